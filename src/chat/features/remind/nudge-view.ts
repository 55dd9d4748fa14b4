/** What a unit reads when staff urge it: the reminder, with a line of the board's own; or the signed letter. */
import type { Words } from "../../../i18n.ts";
import type { ReminderItem } from "../../../store/reminder/reminders.ts";
import { type Button, lines, MAX_CAPTION, type Screen, shorten } from "../../screen.ts";
import { planName } from "../plans/names.ts";
import { reminder } from "../reminder/view.ts";
import { reportActions } from "../report/actions.ts";
import { remindActions as on } from "./actions.ts";

export function nudgeMessage(
  words: Words,
  items: readonly ReminderItem[],
  own: string | null,
  now: Date,
): Screen {
  const screen = reminder(words, items, now, null);
  if (!own) return screen;
  // After the salutation, before the state of things: the board's words lead.
  const [first = "", second = "", ...rest] = screen.text.split("\n");
  return { ...screen, text: lines(first, second, words.t("nudge-words", { words: own }), ...rest) };
}

export function letterMessage(
  words: Words,
  plan: { kind: string | null; number: string | null; title: string },
  caption: string,
  items: readonly ReminderItem[],
): Screen {
  const [first] = items;
  const text = lines(
    words.t("letter-head", { plan: planName(words, plan) }),
    first && words.t("announcement-dear", { title: first.title, unit: first.owed.unitName }),
    caption === "" ? words.t("letter-default") : caption,
    first && words.t("letter-due", { until: words.until(first.dueBefore) }),
    first &&
      words.t("reminder-contact", {
        name: first.contact.name,
        phone: first.contact.phone?.replaceAll(" ", "\u00a0") ?? "none",
      }),
  );
  return {
    text: shorten(text, MAX_CAPTION),
    buttons: items.slice(0, 3).map((item): Button[] => [
      {
        text: words.t(item.owed.stage === "returned" ? "returned-mend" : "reminder-report"),
        data: reportActions.open.data(item.owed.id),
      },
    ]),
  };
}

export interface LetterCard {
  id: number;
  planId: number;
  state: "waiting" | "ready" | "refused" | "sent" | "dropped";
  name: string;
  count: number;
  unread: number[];
  checked: boolean;
  /** What is wrong with it, in words. */
  problem: string | null;
}

/** The letter as the one who handed it in sees it. */
export function letterCard(words: Words, card: LetterCard): Screen {
  const unchecked = card.unread.length > 0 && !card.checked;
  return {
    text: lines(
      words.t(`letter-${card.state}`, { name: card.name, count: card.count }),
      card.problem,
      card.state === "ready" && unchecked && words.t("broadcast-unread", { pages: card.unread.join(", ") }),
    ),
    buttons:
      card.state === "ready"
        ? [
            ...(unchecked
              ? [[{ text: words.t("broadcast-checked"), data: on.letterChecked.data(card.id) }]]
              : [
                  [
                    {
                      text: words.t("letter-send", { count: card.count }),
                      data: on.letterSend.data(card.id),
                    },
                  ],
                ]),
            [
              { text: words.t("letter-preview"), data: on.letterPreview.data(card.id) },
              { text: words.t("broadcast-drop"), data: on.letterDrop.data(card.id) },
            ],
          ]
        : [],
  };
}
