/** To whoever was writing: another one goes on. */
import { z } from "zod";
import { handOver } from "./hand-over.ts";

export const kind = handOver("taken_over", z.object({ by: z.string() }));
