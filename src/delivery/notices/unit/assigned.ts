/** To the deputy: the secretary hands a task over. */
import { z } from "zod";
import { handOver } from "./hand-over.ts";

export const kind = handOver("assigned", z.object({ by: z.string() }));
