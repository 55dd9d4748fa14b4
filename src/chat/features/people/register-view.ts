/** /people: units, who holds their posts, whom no messenger reaches. */
import type { Words } from "../../../i18n.ts";
import type { Holder } from "../../../store/people/hand-overs.ts";
import type { UnitContact } from "../../../store/people/people.ts";
import { paged } from "../../paging.ts";
import { type Button, lines, type Screen, shorten, unbroken } from "../../screen.ts";
import { paperActions } from "../paper/actions.ts";
import { peopleActions, registerActions } from "./actions.ts";

const PAGE = 8;
const isSilent = (unit: UnitContact) => !unit.holders.some((holder) => holder.reachable);

/** ● reached by the bot, ◐ somebody is known but not reached, ○ nobody is known. */
export function unitList(
  words: Words,
  all: readonly UnitContact[],
  page: number,
  shown: "all" | "silent",
): Screen {
  const silent = all.filter(isSilent);
  if (all.length === 0) return { text: words.t("people-no-units") };
  const turn = { ...registerActions.list, data: (to: number) => registerActions.list.data(to, shown) };
  const { items, nav } = paged(shown === "all" ? all : silent, page, PAGE, turn as never, words);
  const rows = items.map((unit): Button[] => {
    const mark = isSilent(unit) ? (unit.holders.length > 0 ? "◐" : "○") : "●";
    return [
      {
        text: shorten(`${mark} ${unit.code} ${unit.name}`, 60),
        data: registerActions.unit.data(unit.unitId),
      },
    ];
  });
  const other = shown === "all" ? "silent" : "all";
  return {
    text: words.t("people-list", { units: all.length, silent: silent.length }),
    buttons: [
      ...rows,
      ...nav,
      silent.length > 0
        ? [
            {
              text: words.t(`people-show-${other}`, { count: silent.length }),
              data: registerActions.list.data(0, other),
            },
          ]
        : [],
    ],
  };
}

export function unitCard(
  words: Words,
  unit: { id: number; code: string; name: string; kind: string; headTitle: string },
  holders: readonly Holder[],
  owed: number,
): Screen {
  const leads = holders.some((one) => one.kind === "secretary");
  return {
    text: lines(
      words.t("people-unit", { name: unit.name, code: unit.code, kind: unit.kind }),
      holders.length === 0
        ? words.t("people-unit-nobody")
        : holders.map((one) => holderLine(words, one)).join("\n"),
      words.t("people-unit-owes", { count: owed }),
    ),
    buttons: [
      ...holders.map((one): Button[] => [
        { text: shorten(one.name, 60), data: registerActions.holder.data(one.postId) },
      ]),
      [
        {
          text: words.t(leads ? "people-change-head" : "people-name-head", { title: unit.headTitle }),
          data: registerActions.name.data(unit.id, "secretary"),
        },
        { text: words.t("people-name-deputy"), data: registerActions.name.data(unit.id, "deputy") },
      ],
      [{ text: words.t("people-invite-unit"), data: peopleActions.unit.data(unit.id) }],
      owed > 0 ? [{ text: words.t("people-unit-tasks"), data: paperActions.tasks.data(unit.id) }] : [],
      [{ text: words.t("common-back"), data: registerActions.list.data(0, "all") }],
    ],
  };
}

function holderLine(words: Words, one: Holder): string {
  const { accounts } = one;
  const isOpen = accounts.some((account) => !account.blockedAt);
  const reach = accounts.length === 0 ? "none" : isOpen ? "yes" : "blocked";
  return words.t("people-line", { title: one.title, name: one.name, phone: unbroken(one.phone), reach });
}

export function holderCard(
  words: Words,
  unit: { id: number; name: string; headTitle: string },
  one: Holder,
  asksEnd: boolean,
): Screen {
  const post = one.postId;
  const cautious: Button[][] = [
    [{ text: words.t("people-end-sure", { title: one.title }), data: registerActions.end.data(post) }],
    [{ text: words.t("people-end-not"), data: registerActions.holder.data(post) }],
  ];
  return {
    text: lines(
      words.t("people-holder-of", { unit: unit.name }),
      holderLine(words, one),
      asksEnd && words.t("people-end-ask", { name: one.name }),
    ),
    buttons: asksEnd
      ? cautious
      : [
          [
            { text: words.t("people-edit-name"), data: registerActions.edit.data(post, "name") },
            { text: words.t("people-edit-phone"), data: registerActions.edit.data(post, "phone") },
          ],
          one.kind === "deputy"
            ? [
                {
                  text: words.t("people-promote", { title: unit.headTitle }),
                  data: registerActions.promote.data(post),
                },
              ]
            : [],
          [{ text: words.t("people-end"), data: registerActions.askEnd.data(post) }],
          [{ text: words.t("common-back"), data: registerActions.unit.data(unit.id) }],
        ],
  };
}
