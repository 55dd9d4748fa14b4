import type { NewInvitation } from "../../../cases/people/invite.ts";
import { writtenCode } from "../../../domain/people/invitation.ts";
import type { Place } from "../../../domain/people/reach.ts";
import { isSameName } from "../../../domain/people/same-name.ts";
import { callingsOf, type Who } from "../../../domain/people/who.ts";
import type { Words } from "../../../i18n.ts";
import type { UnitContact } from "../../../store/people/people.ts";
import { paged } from "../../paging.ts";
import { type Button, lines, type Screen, shorten } from "../../screen.ts";
import { peopleActions } from "./actions.ts";

const PAGE = 8;

export function inviteMenu(
  words: Words,
  units: readonly UnitContact[],
  page: number,
  alsoBoard: boolean,
): Screen {
  if (units.length === 0 && !alsoBoard) return { text: words.t("people-no-units") };
  const { items, nav } = paged(units, page, PAGE, peopleActions.page, words);
  const rows = items.map((unit): Button[] => {
    const mark = unit.holders.some((holder) => holder.kind === "secretary") ? "●" : "○";
    return [
      { text: shorten(`${mark} ${unit.code} ${unit.name}`, 60), data: peopleActions.unit.data(unit.unitId) },
    ];
  });
  const board: Button[][] = alsoBoard
    ? [[{ text: words.t("people-invite-board"), data: peopleActions.boards.data() }]]
    : [];
  const without = units.filter((unit) => !unit.holders.some((holder) => holder.kind === "secretary")).length;
  return {
    text:
      units.length === 0
        ? words.t("people-no-units")
        : words.t("people-invite", { units: units.length, without }),
    buttons: [...rows, ...nav, ...board],
  };
}

export function invitePost(words: Words, unit: UnitContact): Screen {
  const holders = unit.holders.map((holder) =>
    words.t("people-holder", { title: holder.title, name: holder.name }),
  );
  return {
    text: lines(words.t("people-invite-post", { unit: unit.name }), ...holders),
    buttons: [
      [
        {
          text: words.t("people-post-secretary", { title: unit.headTitle }),
          data: peopleActions.post.data(unit.unitId, "secretary"),
        },
        {
          text: words.t("people-post-deputy", { title: unit.headTitle }),
          data: peopleActions.post.data(unit.unitId, "deputy"),
        },
      ],
      [{ text: words.t("common-back"), data: peopleActions.page.data(0) }],
    ],
  };
}

export function inviteBoardMenu(words: Words, boards: readonly { id: number; name: string }[]): Screen {
  const roles = ["staff", "leader", "administrator"] as const;
  return {
    text: words.t("people-invite-role"),
    buttons: boards.flatMap((board) =>
      roles.map((role): Button[] => [
        {
          text: shorten(`${words.t(`people-role-${role}`)}, ${board.name}`, 60),
          data: peopleActions.role.data(board.id, role),
        },
      ]),
    ),
  };
}

export function invitation(
  words: Words,
  place: string,
  seat: Place,
  made: NewInvitation,
  link: string,
): Screen {
  const role = words.t("post" in seat ? `people-seat-${seat.post}` : `people-role-${seat.role}`);
  return {
    text: words.t("people-invitation", {
      place,
      role,
      code: writtenCode(made.code),
      link,
      until: words.moment(made.expiresAt),
    }),
  };
}

interface Holder {
  name: string;
  accounts: readonly { channel: string; externalId: string }[];
}

export interface EnrolmentCard {
  id: number;
  name: string;
  username: string | null;
  channel: string;
  externalId: string;
  state: "pending" | "confirmed" | "refused";
  requestedAt: Date;
  decidedBy: { name: string } | null;
  invitation: {
    post: "secretary" | "deputy" | null;
    role: "staff" | "leader" | "administrator" | null;
    unit: { name: string; posts: { kind: "secretary" | "deputy"; person: Holder }[] } | null;
    board: { name: string } | null;
  };
}

/** Asks the board whether this is the right person; after the decision it says who decided what. */
export function enrolmentCard(words: Words, card: EnrolmentCard): Screen {
  const { unit, board, post, role } = card.invitation;
  const seat = words.t(post ? `people-seat-${post}` : `people-role-${role}`);
  const who = card.username ? `${card.name} (@${card.username})` : card.name;
  const holders = unit?.posts.filter(({ kind }) => kind === post) ?? [];
  const present = post === "secretary" ? holders[0]?.person.name : undefined;
  const same = holders.find(({ person }) => isOnceMore(card, person))?.person.name;
  const text = lines(
    words.t("people-enrolment", { name: who }),
    words.t("people-enrolment-seat", { seat, place: unit?.name ?? board?.name ?? "" }),
    words.t("people-enrolment-when", { when: words.moment(card.requestedAt) }),
    card.state === "pending" && present && words.t("people-enrolment-present", { name: present }),
    card.state === "pending" && same && words.t("people-enrolment-same", { name: same }),
    card.state !== "pending" && words.t(`people-enrolment-${card.state}`, { by: card.decidedBy?.name ?? "" }),
  );
  if (card.state !== "pending") return { text };
  return {
    text,
    buttons: [
      same ? [{ text: words.t("people-same"), data: peopleActions.decide.data(card.id, "same") }] : [],
      [
        {
          text: words.t(same ? "people-another" : "people-confirm"),
          data: peopleActions.decide.data(card.id, "yes"),
        },
        { text: words.t("people-refuse"), data: peopleActions.decide.data(card.id, "no") },
      ],
    ],
  };
}

/** Somebody with the name of one who uses the bot from another account already. */
const isOnceMore = ({ name, channel, externalId }: EnrolmentCard, holder: Holder) =>
  isSameName(holder.name, name) &&
  holder.accounts.length > 0 &&
  !holder.accounts.some((one) => one.channel === channel && one.externalId === externalId);

export function told(words: Words, confirmed: boolean, who: Who | null): Screen {
  if (!confirmed) return { text: words.t("people-told-refused") };
  const post = who ? callingsOf(who).posts.at(-1) : undefined;
  return {
    text: post
      ? words.t("people-told-unit", { title: post.title, unit: post.unit })
      : words.t("people-told-board"),
  };
}
