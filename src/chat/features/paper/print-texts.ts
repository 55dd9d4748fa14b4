/** The sentences of a printed report, from the locale. */
import type { PlanCited, PrintTexts } from "../../../cases/report/print-report.ts";
import { capitalised } from "../../../domain/plan/capitalised.ts";
import type { Words } from "../../../i18n.ts";

/** Papers of the Party are written in Vietnamese whatever language their reader has chosen in the chat. */
export function printTexts({ t }: Words): PrintTexts {
  const citation = ({ kind, number, title, issuer, issued }: PlanCited) =>
    t("print-plan", {
      kind: kind ? capitalised(kind) : t("print-kind"),
      number: number ?? "none",
      issuer: issuer ?? "none",
      issued: issued ?? "none",
      title,
    });
  return {
    subject: ({ title }) => t("print-subject", { title }),
    opening: (plan, unit) => t("print-opening", { plan: citation(plan), unit }),
    nil: t("print-nil"),
    closing: t("print-closing"),
    attached: (count) => t("print-attached", { count }),
    private: t("print-private"),
    reportTo: (board) => t("print-report-to", { board }),
    filed: (unit) => t("print-filed", { unit }),
  };
}
