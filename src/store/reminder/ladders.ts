/** Ladders as plans keep them, and the days that staff have added to the working calendar. */
import { z } from "zod";
import { type Calendar, workingCalendar } from "../../domain/reminder/calendar.ts";
import { defaultLadder, type Ladder } from "../../domain/reminder/ladder.ts";
import type { Db, Tx } from "../database.ts";
import { readSetting } from "../settings.ts";

const Shape = z.object({
  rungs: z.array(z.number().int().min(-60).max(60)).max(20),
  weekly: z.boolean(),
  hour: z.string().regex(/^(0[7-9]|1[0-8]):[0-5]\d$/),
});

/** The ladder of a plan; what is not one is the usual one. */
export function ladderOf(json: unknown): Ladder {
  const read = Shape.safeParse(json);
  return read.success ? { ...read.data, rungs: read.data.rungs.sort((a, b) => a - b) } : defaultLadder;
}

/** The official days off with those of this installation. */
export async function readCalendar(db: Db | Tx): Promise<Calendar> {
  return workingCalendar((await readSetting(db, "daysOff")) ?? []);
}
