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
}

export function freeze(picture: Picture, desk: Desk, by: Frozen["by"], at: Date): Frozen {
  return structuredClone({ at: at.toISOString(), by, picture, desk });
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
