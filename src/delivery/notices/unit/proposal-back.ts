/** To its author: the secretary gives a draft back. */
import { z } from "zod";
import { handOver } from "./hand-over.ts";

export const kind = handOver("proposal_back", z.object({ by: z.string() }));
