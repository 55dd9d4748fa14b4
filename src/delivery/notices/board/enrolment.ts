/** Somebody has used an invitation and waits for a word. */
import { z } from "zod";
import { enrolmentCard } from "../../../chat/features/people/view.ts";
import { findEnrolment } from "../../../store/people/enrolments.ts";
import { notice } from "../../notice.ts";
import { id } from "../../unreadable.ts";

export const kind = notice({
  audience: "board",
  about: z.object({ enrolmentId: id }),
  facts: ({ db }, { enrolmentId }) => findEnrolment(db, enrolmentId),
  words: enrolmentCard,
});
