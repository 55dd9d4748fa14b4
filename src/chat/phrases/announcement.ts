import { dayOf } from "../../domain/moment.ts";
import { parseSchedule } from "../../domain/obligation/recurrence.ts";
import { isBefore } from "../../domain/plan/strict-words.ts";
import type { Words } from "../../i18n.ts";
import { announcementActions } from "../features/announcement/actions.ts";
import { reportActions } from "../features/report/actions.ts";
import { type Button, lines, MAX_CAPTION, type Screen, shorten, unbroken } from "../screen.ts";
import { milestoneWhen, planName } from "./plan.ts";

/** One plan as the secretary of one unit is told of it. */
export interface Announcement {
  plan: { id: number; kind: string | null; number: string | null; title: string; issuer: string | null };
  milestones: {
    kind: "report" | "task" | "event";
    owedBy: "units" | "owner";
    action: string;
    actor: string | null;
    dueBefore: Date | null;
    period: string | null;
    vague: boolean;
    source: "document" | "board";
    quote: string | null;
    recurrence: string | null;
    strictBefore: boolean;
  }[];
  addressee: { title: string; unit: string };
  contact: { name: string; board: string; phone: string | null };
  hasFile: boolean;
  /** The file does not go through the messenger: units are told where to get the paper. */
  withheld: boolean;
  /** Null: at the board's. */
  paperPlace: string | null;
  /** Null in a preview. */
  deliveryId: number | null;
  obligationId: number | null;
  acknowledgedAt: Date | null;
  now: Date;
}

export function announcement(words: Words, about: Announcement): Screen {
  const { plan, addressee, contact } = about;
  const report = about.milestones.find(
    (one) => one.kind === "report" && one.owedBy === "units" && one.dueBefore,
  );
  const headline = report?.dueBefore
    ? words.t("announcement-headline-due", {
        plan: planName(words, plan),
        due: quoted(report) ?? words.until(report.dueBefore),
      })
    : words.t("announcement-headline", { plan: planName(words, plan) });
  const work = about.milestones
    .filter((one) => concerns(one, about.now))
    .sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind))
    .map((one, _, all) => workLine(words, one, all.filter((other) => other.kind === "report").length > 1));
  const compose = (titleLength: number, workLength: number) =>
    lines(
      shorten(headline, 160),
      words.t("announcement-dear", addressee),
      words.t(about.hasFile ? "announcement-sends-file" : "announcement-sends", {
        issuer: plan.issuer ?? contact.board,
        title: shorten(plan.title, titleLength),
      }),
      about.withheld && words.t("announcement-withheld", { place: about.paperPlace ?? contact.board }),
      work.length > 0 && words.t("announcement-work", { work: shorten(work.join("; "), workLength) }),
      words.t("announcement-contact", {
        name: contact.name,
        board: contact.board,
        phone: unbroken(about.contact.phone),
      }),
      words.t("announcement-please"),
    );
  const text =
    [compose(300, 400), compose(140, 250)].find((one) => one.length <= MAX_CAPTION) ?? compose(80, 120);
  return { text, buttons: buttonsOf(words, about) };
}

/** What is owed stands first: a long list is cut at its end. */
const order = ["report", "task", "event"];

/** The document's own words, as long as they still say what is meant: staff may have given another day. */
function quoted(report: Announcement["milestones"][number]): string | null {
  return report.source === "document" && isBefore(report.quote) === report.strictBefore ? report.quote : null;
}

/** The unit knows that it is meant: "Cấp ủy cơ sở tổ chức học tập…" is "tổ chức học tập…" to it. Others are named. */
function withoutActor({ action, actor, owedBy }: Announcement["milestones"][number]): string {
  if (owedBy !== "units") return action;
  const rest = actor && action.startsWith(actor) ? action.slice(actor.length).replace(/^[\s,]+/, "") : "";
  return rest || action;
}

/** What the unit has to do, and what takes place; an event that is over is no news. */
function concerns(one: Announcement["milestones"][number], now: Date): boolean {
  if (one.kind === "event") return one.dueBefore !== null && one.dueBefore > now;
  return one.owedBy === "units" && (one.dueBefore !== null || one.period !== null || recurs(one));
}

const recurs = (one: Announcement["milestones"][number]) =>
  one.dueBefore === null && parseSchedule(one.recurrence) !== null;

function workLine(words: Words, one: Announcement["milestones"][number], severalReports: boolean): string {
  const what =
    one.kind === "report" && !severalReports
      ? words.t("announcement-report")
      : shorten(withoutActor(one), 100);
  const when = milestoneWhen(words, one);
  return one.source === "board" ? words.t("announcement-by-board", { what, when }) : `${what} ${when}`;
}

/** The buttons alone: after "Đã nhận" they are put under the message again, with the moment. */
export function buttonsOf(words: Words, about: Announcement): Button[][] {
  const { deliveryId, obligationId, plan, acknowledgedAt } = about;
  const preview = announcementActions.preview.data();
  const acknowledge: Button = acknowledgedAt
    ? {
        text: words.t("announcement-acknowledged", { date: words.date(dayOf(acknowledgedAt, words.zone)) }),
        data: announcementActions.acknowledge.data(deliveryId ?? 0),
      }
    : {
        text: words.t("announcement-acknowledge"),
        data: deliveryId === null ? preview : announcementActions.acknowledge.data(deliveryId),
      };
  const dated = about.milestones.some(
    (one) => one.dueBefore && (one.owedBy === "units" || one.kind === "event"),
  );
  const owes = about.milestones.some(
    (one) => one.kind === "report" && one.owedBy === "units" && (one.dueBefore || recurs(one)),
  );
  return [
    [acknowledge],
    [
      ...(owes
        ? [
            {
              text: words.t("announcement-report-button"),
              data: obligationId === null ? preview : reportActions.open.data(obligationId),
            },
          ]
        : []),
      ...(dated
        ? [
            {
              text: words.t("announcement-calendar"),
              data: deliveryId === null ? preview : announcementActions.calendar.data(plan.id),
            },
          ]
        : []),
    ],
  ];
}
