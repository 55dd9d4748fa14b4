/** To the secretary: what was handed over has been sent. */
import { z } from "zod";
import { handOver } from "./hand-over.ts";

export const kind = handOver("assigned_sent", z.object({ by: z.string() }));
