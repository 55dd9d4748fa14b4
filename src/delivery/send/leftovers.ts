/**
 * What a run of the lane could not finish. A delivery that is claimed and not called goes back to the queue at once;
 * where even that fails (the database is away) it is remembered here, and the next run begins by putting things right.
 */
import type { CaseContext, Clock } from "../../cases/case.ts";
import { type Claimed, putBack, recoverLost } from "../../store/sending/deliveries.ts";

export interface Leftovers {
  /** Nobody has tried these. Throws where the database is away; they are remembered then. */
  giveBack(claimed: readonly Claimed[]): Promise<void>;
  /** Could not be given back. */
  strand(claimed: Claimed): void;
  /** The run has failed: who knows what of it still stands as being sent. */
  failed(): void;
  /** Puts right what the last run left. Nothing is under way when it is called. */
  repair(): Promise<void>;
}

export function createLeftovers({
  db,
  clock,
  line,
}: {
  db: CaseContext["db"];
  clock: Clock;
  line: string;
}): Leftovers {
  let stranded: Claimed[] = [];
  let broken = false;
  return {
    async giveBack(claimed) {
      try {
        await putBack(db, claimed);
      } catch (error) {
        stranded.push(...claimed);
        throw error;
      }
    },
    strand(claimed) {
      stranded.push(claimed);
      broken = true;
    },
    failed() {
      broken = true;
    },
    async repair() {
      if (!broken) return;
      await putBack(db, stranded);
      await recoverLost(db, line, clock.now());
      stranded = [];
      broken = false;
    },
  };
}
