/** *Đề nghị bổ sung*: the report is returned, with what is to be mended and by when. */
import { z } from "zod";
import { returnedMessage } from "../../chat/features/review/unit-view.ts";
import { holders, message } from "../message.ts";
import { plain } from "../outgoing.ts";
import { id } from "../unreadable.ts";
import { readReport } from "./about-report.ts";

export const kind = message({
  audience: holders,
  hours: "day",
  about: z.object({ unitId: id }),
  /** Stale once it was mended or the return taken back. */
  async facts(at, one) {
    const about = await readReport(at, one);
    const returned = about?.report.returned;
    return about?.open && returned ? { ...about, returned } : null;
  },
  words: (words, facts, now) => plain(returnedMessage(words, facts, now)),
});
