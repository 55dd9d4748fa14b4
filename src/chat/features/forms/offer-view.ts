/** A form that came as a file: what is wrong in it cell by cell, or what it would change. */
import type { Offer } from "../../../cases/form/take-form.ts";
import { columnLetters } from "../../../documents/read/table/column-letters.ts";
import type { FormChange } from "../../../domain/form/form-changes.ts";
import { needsPage } from "../../../domain/form/private.ts";
import type { Fault } from "../../../domain/form/xlsform/sheet.ts";
import type { Words } from "../../../i18n.ts";
import { type Button, lines, type Screen, shorten } from "../../screen.ts";
import { formActions as on } from "./actions.ts";
import { questionLines } from "./view.ts";

const MOST_CHANGES = 40;

/** @param web whether there are pages, on which private questions are answered */
export function offerScreen(words: Words, offer: Offer, ignored: readonly string[], web: boolean): Screen {
  const { id, form, present, changes, running } = offer;
  const unanswerable = web ? null : needsPage(form);
  const same = present !== null && changes.length === 0;
  const take = (text: string, which: "all" | "later"): Button[] => [{ text, data: on.take.data(id, which) }];
  return {
    text: lines(
      words.t("forms-read", { title: form.title, count: form.fields.length }),
      present
        ? words.t(same ? "forms-same" : "forms-compared", {
            version: String(present.version),
            title: present.title,
          })
        : words.t("forms-is-new", { key: offer.key }),
      ...(present ? changeLines(words, changes) : ["", ...questionLines(words, form)]),
      ignored.length > 0 && words.t("forms-ignored", { names: shorten(ignored.join(", "), 200) }),
      !same && running > 0 && words.t("forms-running", { count: running }),
      unanswerable && words.t("forms-needs-page", { label: unanswerable.label }),
    ),
    buttons: [
      ...(same
        ? []
        : running > 0
          ? [
              take(words.t("forms-take-all", { count: running }), "all"),
              take(words.t("forms-take-later"), "later"),
            ]
          : [take(words.t(present ? "forms-take-version" : "forms-take"), "later")]),
      [
        ...(same ? [] : [{ text: words.t("forms-try-first"), data: on.tryOffer.data(id, 0) }]),
        { text: words.t("forms-drop"), data: on.drop.data(id) },
      ],
    ],
  };
}

/** "+ Câu mới: Lượt người" · "~ Dự học: lời hỏi, giới hạn" · "− Bỏ: Cam kết". */
export function changeLines(words: Words, changes: readonly FormChange[]): string[] {
  const shown = changes.slice(0, MOST_CHANGES).map((change) => changeLine(words, change));
  const more = changes.length - shown.length;
  return more > 0 ? [...shown, words.t("common-and-more", { count: more })] : shown;
}

function changeLine(words: Words, change: FormChange): string {
  switch (change.kind) {
    case "title":
      return words.t("forms-change-title", { after: change.after });
    case "nil":
      return words.t("forms-change-nil", { allowed: change.allowed ? "yes" : "no" });
    case "added":
      return words.t("forms-change-added", { label: change.field.label });
    case "removed":
      return words.t("forms-change-removed", { label: change.field.label });
    case "changed":
      return words.t("forms-change-changed", {
        label: change.field.label,
        parts: change.parts.map((part) => words.t(`forms-part-${part}`)).join(", "),
      });
    case "order":
      return words.t("forms-change-order");
  }
}

/** "survey, ô C5 (relevant): …" */
export function faultLine(words: Words, fault: Fault): string {
  const { sheet, row, column, problem } = fault;
  const place = column
    ? words.t("forms-fault-cell", {
        sheet,
        cell: `${columnLetters(column.index)}${row}`,
        heading: column.heading,
      })
    : words.t("forms-fault-row", { sheet, row: String(row) });
  return `${place}: ${words.problem(problem)}`;
}

/** Which kind of unit a form is tried as, where the kinds are asked in words of their own: 1 is any other. */
export function chooseKind(words: Words, kinds: readonly string[], data: (place: number) => string): Screen {
  return {
    text: words.t("forms-try-as"),
    buttons: [
      ...kinds.map((kind, i): Button[] => [{ text: shorten(kind, 60), data: data(i + 2) }]),
      [{ text: words.t("forms-try-as-other"), data: data(1) }],
    ],
  };
}
