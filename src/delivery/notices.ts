/** Every kind of living message, by its file. A kind without one does not compile. */
import type { DueNotice } from "../store/sending/notices.ts";
import type { Notice } from "./notice.ts";
import { kind as calls } from "./notices/board/calls.ts";
import { kind as closing } from "./notices/board/closing.ts";
import { kind as codeGuesses } from "./notices/board/code-guesses.ts";
import { kind as deadline } from "./notices/board/deadline.ts";
import { kind as digest } from "./notices/board/digest.ts";
import { kind as draft } from "./notices/board/draft.ts";
import { kind as enrolment } from "./notices/board/enrolment.ts";
import { kind as extension } from "./notices/board/extension.ts";
import { kind as letter } from "./notices/board/letter.ts";
import { kind as machine } from "./notices/board/machine.ts";
import { kind as outage } from "./notices/board/outage.ts";
import { kind as progress } from "./notices/board/progress.ts";
import { kind as redList } from "./notices/board/red-list.ts";
import { kind as reports } from "./notices/board/reports.ts";
import { kind as unreached } from "./notices/board/unreached.ts";
import { kind as assigned } from "./notices/unit/assigned.ts";
import { kind as assignedSent } from "./notices/unit/assigned-sent.ts";
import { kind as extensionAnswer } from "./notices/unit/extension-answer.ts";
import { kind as fileRefused } from "./notices/unit/file-refused.ts";
import { kind as pageFilled } from "./notices/unit/page-filled.ts";
import { kind as postBegun } from "./notices/unit/post-begun.ts";
import { kind as postEnded } from "./notices/unit/post-ended.ts";
import { kind as proposalBack } from "./notices/unit/proposal-back.ts";
import { kind as proposalSent } from "./notices/unit/proposal-sent.ts";
import { kind as proposed } from "./notices/unit/proposed.ts";
import { kind as takenOver } from "./notices/unit/taken-over.ts";
import { kind as unassigned } from "./notices/unit/unassigned.ts";
import { kind as waiver } from "./notices/unit/waiver.ts";

export const notices = {
  draft,
  progress,
  reports,
  closing,
  enrolment,
  unreached,
  outage,
  extension,
  extension_answer: extensionAnswer,
  waiver,
  letter,
  digest,
  deadline,
  calls,
  red_list: redList,
  code_guesses: codeGuesses,
  machine,
  assigned,
  unassigned,
  taken_over: takenOver,
  proposed,
  proposal_back: proposalBack,
  proposal_sent: proposalSent,
  assigned_sent: assignedSent,
  file_refused: fileRefused,
  post_ended: postEnded,
  post_begun: postBegun,
  page_filled: pageFilled,
} satisfies Record<DueNotice["kind"], Notice>;
