/** Staff make a day a day off, or a working day, or take that back. The clock looks at everything again then. */

import { checkVerb } from "../../domain/people/reach.ts";
import type { Who } from "../../domain/people/who.ts";
import { Problem } from "../../domain/problem.ts";
import type { UpdateKey } from "../../store/seen-updates.ts";
import { readSetting, writeSetting } from "../../store/settings.ts";
import { type CaseContext, transact } from "../case.ts";

/** @param off null: as the official calendar has it */
export async function changeDayOff(
  ctx: CaseContext,
  by: Who,
  days: readonly string[],
  off: boolean | null,
  update: UpdateKey | null,
): Promise<void> {
  checkVerb(by, "setting.days");
  await transact(
    ctx,
    by,
    update,
    async ({ tx, audit }) => {
      // One at a time: the list is one row.
      await tx.$queryRaw`SELECT pg_advisory_xact_lock(7203145010)::text`;
      const others = ((await readSetting(tx, "daysOff")) ?? []).filter((one) => !days.includes(one.day));
      if (off !== null && others.length + days.length > 500)
        throw new Problem("dates-too-many", { max: 500 });
      const all = off === null ? others : [...others, ...days.map((day) => ({ day, off }))];
      await writeSetting(
        tx,
        "daysOff",
        all.sort((a, b) => a.day.localeCompare(b.day)),
      );
      await tx.$executeRaw`UPDATE "Obligation" SET "remindAt" = NULL WHERE "state" = 'open' AND "remindAt" < '9999-01-01'`;
      await audit("setting.days", ["Setting"], { days: days.join(), off });
    },
    "remind",
  );
}
