import { replayHalf } from "./replay-all.ts";

replayHalf(0);
