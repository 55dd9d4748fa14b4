/** To the secretary: a finished draft waits for their word. */
import { z } from "zod";
import { handOver } from "./hand-over.ts";

export const kind = handOver("proposed", z.object({ by: z.string() }));
