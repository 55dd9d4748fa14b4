/**
 * *Chốt số liệu*: the picture and the desk as they are, with the moment and who. A frozen picture is a value: what
 * units send, mend or become later changes nothing in it. What came later is *bổ sung sau chốt* and stands beside it.
 */
import type { Desk } from "./desk.ts";
import type { Picture } from "./picture.ts";

export interface Frozen {
  /** ISO instant. */
  at: string;
  by: { personId: number; name: string };
  picture: Picture;
  desk: Desk;
  naming: Naming;
  urging: UrgingLine[];
}

/** What plans and offices are called at the moment: names change, a frozen report keeps them. */
export interface Naming {
  /** "Kế hoạch 100-KH/ĐUK, quý I/2026". */
  title: string;
  /** "Kế hoạch số 100-KH/ĐUK, ngày 05/3/2024 của … về …", one for each plan. */
  cited: string[];
  /** What the report is about: "kết quả thực hiện việc …". */
  subject: string;
  board: { name: string; symbol: string };
  /** The committee above the board; "" where it is not known. */
  superior: string;
  place: string;
}

/** One thing that was done about one thing owed, in the words the chat uses. */
export interface UrgingLine {
  obligationId: number;
  code: string;
  unit: string;
  occasion: string;
  /** ISO instant; null where nothing was done. */
  at: string | null;
  /** "reminder", "call", …; "none". */
  kind: string;
  deed: string;
}

export function freeze(shown: Omit<Frozen, "at" | "by">, by: Frozen["by"], at: Date): Frozen {
  return structuredClone({ ...shown, at: at.toISOString(), by });
}

/** A report that came, or was mended, after the freezing. */
export interface Late {
  unit: { id: number; code: string; name: string };
  code: string;
  version: number;
  at: string;
  /** It had reported before: this is another version. */
  again: boolean;
}

/** What the present picture has that the frozen one has not; in the present one's order. */
export function lateSince(frozen: Frozen, present: Picture): Late[] {
  const before = new Map(frozen.picture.rows.map((row) => [row.obligationId, row.report]));
  return present.rows.flatMap(({ obligationId, report, unit: at }): Late[] => {
    const known = before.get(obligationId);
    const unit = present.units[at];
    if (!report || !unit || known?.id === report.id) return [];
    const { code, version } = report;
    return [
      {
        unit: { id: unit.id, code: unit.code, name: unit.name },
        code,
        version,
        at: report.at,
        again: known !== null && known !== undefined,
      },
    ];
  });
}
