/** What the board says to a unit that asked for another date. */
import { z } from "zod";
import { unitCard } from "../../../chat/features/extend/view.ts";
import { findExtension } from "../../../store/plan/extensions.ts";
import { notice } from "../../notice.ts";
import { id } from "../../unreadable.ts";

export const kind = notice({
  audience: "unit",
  about: z.object({ extensionId: id }),
  facts: ({ db }, { extensionId }) => findExtension(db, extensionId),
  words: unitCard,
});
