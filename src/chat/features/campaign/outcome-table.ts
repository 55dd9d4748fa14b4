/** What became of a broadcast, each unit and person a row, in the words the chat uses. */
import type { Table } from "../../../documents/write/table.ts";
import type { Words } from "../../../i18n.ts";
import type { OutcomeFileRow } from "../../../store/sending/campaigns.ts";

export function outcomeTable(words: Words, plan: string, rows: readonly OutcomeFileRow[], now: Date): Table {
  const column = (name: string, width: number) => ({ title: words.t(`outcome-column-${name}`), width });
  return {
    sheet: words.t("outcome-sheet"),
    heading: words.t("outcome-heading", { plan }),
    zone: words.zone,
    page: words.t("summary-page", { page: "{page}", pages: "{pages}" }),
    at: now,
    columns: [
      column("code", 8),
      column("unit", 32),
      column("person", 24),
      column("post", 16),
      column("phone", 16),
      column("state", 30),
      column("sent", 26),
      column("acknowledged", 26),
      column("tries", 9),
      column("unknowns", 9),
      column("note", 40),
    ],
    rows: rows.map((row) => [
      row.code,
      row.unitName,
      row.person ?? "",
      row.post ?? "",
      row.phone ?? "",
      words.t(`outcome-state-${row.acknowledgedAt ? "acknowledged" : (row.state ?? "nobody")}`),
      row.sentAt,
      row.acknowledgedAt,
      row.tries,
      row.unknowns,
      [row.insteadOf && words.t("outcome-note-instead", { person: row.insteadOf }), row.error]
        .filter(Boolean)
        .join("; "),
    ]),
  };
}
