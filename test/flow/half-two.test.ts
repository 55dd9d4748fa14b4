import { replayHalf } from "./replay-all.ts";

replayHalf(1);
