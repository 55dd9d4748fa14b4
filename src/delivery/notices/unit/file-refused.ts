/**
 * A file that could not be kept: its sender is told; where the report was sent already, the file is to follow by
 * itself. Whom no chat reaches is named to the board.
 */
import { z } from "zod";
import { historyActions } from "../../../chat/features/history/actions.ts";
import { reportActions } from "../../../chat/features/report/actions.ts";
import { Problem, problemCodes } from "../../../domain/problem.ts";
import { isBeingWritten } from "../../../store/report/drafts.ts";
import { notice } from "../../notice.ts";
import { id } from "../../unreadable.ts";

const code = z.enum(problemCodes);
const toBoard = z.object({
  code,
  unit: z.string(),
  plan: z.string(),
  name: z.string(),
  phone: z.string(),
});
const toSender = z.object({ code }).catchall(z.union([z.string(), z.number()]));

export const kind = notice({
  audience: "writers",
  about: z.object({ obligationId: id, facts: z.union([toBoard, toSender]) }),
  facts: async ({ db }, { obligationId, facts }) => ({
    obligationId,
    said: facts,
    writing: await isBeingWritten(db, obligationId),
  }),
  words(words, { obligationId, said, writing }) {
    const board = toBoard.safeParse(said);
    const isSecret = said.code === "answer-classified";
    if (board.success) {
      const { code: _, ...names } = board.data;
      return { text: words.t("board-file-untold", { ...names, secret: isSecret ? "yes" : "no" }) };
    }
    const text = words.problem(new Problem(said.code, said));
    if (isSecret) return { text };
    const button = writing
      ? { text: words.t("hand-over-go-on"), data: reportActions.open.data(obligationId) }
      : { text: words.t("signed-button"), data: historyActions.sign.data(obligationId) };
    return { text, buttons: [[button]] };
  },
});
