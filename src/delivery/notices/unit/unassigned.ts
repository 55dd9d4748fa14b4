/** To the deputy: the secretary takes a task back. */
import { z } from "zod";
import { handOver } from "./hand-over.ts";

export const kind = handOver("unassigned", z.object({ by: z.string() }));
