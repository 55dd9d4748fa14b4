/** What a line does with messages whose answer was lost, where their person has another account. */
import type { CaseContext } from "../../cases/case.ts";
import { sendElsewhere } from "../../store/sending/routes.ts";
import type { Line } from "./line.ts";

export async function goElsewhere(
  { db, clock, wake }: CaseContext,
  line: Pick<Line, "name" | "onUnknown">,
): Promise<void> {
  if (line.onUnknown === "here") return;
  if ((await sendElsewhere(db, line.name, clock.now())) > 0) wake("lane");
}
