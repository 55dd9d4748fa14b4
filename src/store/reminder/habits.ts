/** How a board works: hours of its digests, days of its escalation; what it has not set has its default. */
import { z } from "zod";
import { defaultDigestHours } from "../../domain/reminder/digest.ts";
import { defaultEscalation } from "../../domain/reminder/escalation.ts";
import type { Db, Tx } from "../database.ts";

const days = z.number().int().min(1).max(30);
const Habits = z.object({
  /** None: no digests. */
  digestHours: z
    .array(z.string().regex(/^\d\d:\d\d$/))
    .max(4)
    .catch([...defaultDigestHours]),
  /** Working days without "Đã nhận" until the deputy gets it. */
  unseenDays: days.catch(defaultEscalation.unseenDays),
  /** Days past the deadline until the deputy is told. */
  lateDays: days.catch(defaultEscalation.lateDays),
  /** Working days after the deputy was told until staff are to call. */
  callDays: days.catch(defaultEscalation.callDays),
});
export type Habits = z.infer<typeof Habits>;

export const parseHabits = (value: unknown): Habits =>
  Habits.parse(typeof value === "object" && value !== null ? value : {});

export async function allHabits(db: Db | Tx): Promise<Map<number, Habits>> {
  const boards = await db.board.findMany({ select: { id: true, habits: true } });
  return new Map(boards.map((board) => [board.id, parseHabits(board.habits)]));
}

export async function writeHabit(tx: Tx, boardId: number, change: Partial<Habits>): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM "Board" WHERE "id" = ${boardId} FOR UPDATE`;
  const board = await tx.board.findUniqueOrThrow({ where: { id: boardId } });
  await tx.board.update({
    where: { id: boardId },
    data: { habits: { ...parseHabits(board.habits), ...change } },
  });
}
