/** A unit asks for another date. */
import { z } from "zod";
import { staffCard } from "../../../chat/features/extend/view.ts";
import { findExtension } from "../../../store/plan/extensions.ts";
import { notice } from "../../notice.ts";
import { id } from "../../unreadable.ts";

export const kind = notice({
  audience: "board",
  about: z.object({ extensionId: id }),
  facts: ({ db }, { extensionId }) => findExtension(db, extensionId),
  words: staffCard,
});
