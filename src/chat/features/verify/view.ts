import type { Verified } from "../../../cases/report/verify-report.ts";
import { openFiles } from "../../../domain/form/private.ts";
import type { Words } from "../../../i18n.ts";
import { cameInTime } from "../../../store/report/reviews.ts";
import { planName } from "../../phrases/plan.ts";
import { stateText } from "../../phrases/report.ts";
import { lines, type Screen, shorten } from "../../screen.ts";

/** *Phiếu tiếp nhận* in full: facts, hashes, and what comparing them with the rows said. No answers. */
export function verified(words: Words, found: Verified, now: Date): Screen {
  const { report } = found;
  const agrees = found.answersAgree && found.sealAgrees !== false;
  const own = report.files.filter((file) => file.addedAt === null);
  const signed = report.files.filter((file) => file.addedAt !== null);
  const [firstSigned] = signed;
  return {
    text: lines(
      words.t("verify-head", { code: report.code }),
      words.t("verify-unit", { unit: report.unitName, sender: report.sender.name }),
      words.t("verify-plan", { plan: planName(words, report.plan), title: shorten(report.plan.title, 120) }),
      words.t("verify-when", {
        version: String(report.version),
        moment: words.moment(report.submittedAt),
        timeliness: words.t(cameInTime(report, now) ? "report-in-time" : "report-late"),
      }),
      stateText(words, report.review),
      found.newer && words.t("verify-newer", { code: found.newer }),
      "",
      words.t("verify-answers", { sha256: report.sha256 }),
      ...own.map((file) => fileLine(words, file, !openFiles(report.form, [file]).length)),
      report.seal && words.t("verify-seal", { sha256: report.seal, files: own.length }),
      found.awaited > 0 && words.t("verify-awaited", { count: found.awaited }),
      firstSigned?.addedAt && words.t("verify-signed", { moment: words.moment(firstSigned.addedAt) }),
      ...signed.map((file) => fileLine(words, file, false)),
      "",
      words.t(agrees ? "verify-agrees" : "verify-differs"),
      words.t("verify-no-number"),
    ),
  };
}

/** Of a private file neither its name nor its hash goes through a messenger. */
function fileLine(words: Words, file: { name: string; sha256: string | null }, hidden: boolean): string {
  if (hidden) return words.t("verify-file-private");
  const name = shorten(file.name, 60);
  return file.sha256
    ? words.t("verify-file", { name, sha256: file.sha256 })
    : words.t("verify-file-awaited", { name });
}
