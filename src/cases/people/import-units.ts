/**
 * A table of units comes in. All or nothing; units already there with the same data are left alone, so that the
 * same file a second time changes nothing; units that are not in the file stay as they are.
 */
import type { UnitRow } from "../../documents/read/table/units.ts";
import { Problem } from "../../domain/problem.ts";
import type { Tx } from "../../store/database.ts";
import { type CaseContext, transact } from "../case.ts";

export interface UnitImport {
  added: string[];
  /** Code and the names of what changes. */
  changed: { code: string; fields: string[] }[];
  unchanged: number;
}

class DryRun extends Error {
  constructor(readonly outcome: UnitImport) {
    super("dry run");
  }
}

/** @param dryRun tells what would happen and writes nothing */
export async function importUnits(
  ctx: CaseContext,
  rows: readonly UnitRow[],
  dryRun: boolean,
): Promise<UnitImport> {
  try {
    const outcome = await transact(ctx, "cli", null, async ({ tx, now, audit }) => {
      const outcome = await write(tx, rows, now);
      if (dryRun) throw new DryRun(outcome);
      if (outcome.added.length + outcome.changed.length > 0) {
        await audit("unit.import", ["Unit"], {
          added: outcome.added.length,
          changed: outcome.changed.length,
        });
      }
      return outcome;
    });
    return outcome as UnitImport;
  } catch (error) {
    if (error instanceof DryRun) return error.outcome;
    throw error;
  }
}

async function write(tx: Tx, rows: readonly UnitRow[], now: Date): Promise<UnitImport> {
  // "cb01" typed beside CB01 is the same unit: codes are compared as people mean them.
  const present = new Map((await tx.unit.findMany()).map((unit) => [same(unit.code), unit]));
  const ids = new Map([...present].map(([code, unit]) => [code, unit.id]));
  const outcome: UnitImport = { added: [], changed: [], unchanged: 0 };
  for (const row of rows.filter((row) => !present.has(same(row.code)))) {
    const unit = await tx.unit.create({
      data: { code: row.code, name: row.name, kind: row.kind, headTitle: row.headTitle, createdAt: now },
    });
    ids.set(same(row.code), unit.id);
    outcome.added.push(row.code);
  }
  // Parents second: a unit may stand above its parent in the file.
  for (const row of rows) {
    const wanted = {
      name: row.name,
      kind: row.kind,
      headTitle: row.headTitle,
      parentId: row.parentCode === null ? null : (ids.get(same(row.parentCode)) ?? null),
    };
    const old = present.get(same(row.code));
    const fields = (Object.keys(wanted) as (keyof typeof wanted)[]).filter(
      (field) => (old ? old[field] : null) !== wanted[field],
    );
    if (old && fields.length === 0) outcome.unchanged++;
    if (old && fields.length > 0) outcome.changed.push({ code: row.code, fields });
    if (old ? fields.length > 0 : wanted.parentId !== null) {
      await tx.unit.update({ where: { code: old?.code ?? row.code }, data: wanted });
    }
  }
  await refuseLoop(tx);
  return outcome;
}

/** A unit above itself, be it through units that stand in the database alone, would vanish from every list. */
async function refuseLoop(tx: Tx): Promise<void> {
  const parents = new Map((await tx.unit.findMany()).map((unit) => [unit.id, unit]));
  for (const unit of parents.values()) {
    const path = [unit.code];
    for (let above = parents.get(unit.parentId ?? -1); above; above = parents.get(above.parentId ?? -1)) {
      path.push(above.code);
      if (above.id === unit.id) throw new Problem("table-parent-loop", { row: 0, codes: path.join(" → ") });
      if (path.length > parents.size) break;
    }
  }
}

const same = (code: string) => code.toLocaleUpperCase("vi");
