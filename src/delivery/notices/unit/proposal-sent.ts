/** To its author: the secretary has sent it, with these changes. */
import { z } from "zod";
import { handOver } from "./hand-over.ts";

export const kind = handOver("proposal_sent", z.object({ by: z.string(), changes: z.string().default("") }));
