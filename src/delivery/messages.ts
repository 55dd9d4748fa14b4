/** Every kind of message to units, by its file. A kind without one does not compile. */
import type { Claimed } from "../store/sending/deliveries.ts";
import type { Message } from "./message.ts";
import { kind as announcement } from "./messages/announcement.ts";
import { kind as draft } from "./messages/draft.ts";
import { kind as mending } from "./messages/mending.ts";
import { kind as nudge } from "./messages/nudge.ts";
import { kind as reminder } from "./messages/reminder.ts";
import { kind as returnTakenBack } from "./messages/return-taken-back.ts";
import { kind as returned } from "./messages/returned.ts";
import { kind as signed } from "./messages/signed.ts";

export const messages = {
  announcement,
  reminder,
  nudge,
  returned,
  mending,
  return_taken_back: returnTakenBack,
  signed,
  draft,
} satisfies Record<Claimed["kind"], Message>;
