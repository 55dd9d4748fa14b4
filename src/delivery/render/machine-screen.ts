/** What an administrator is told about the machine; see `tellKeepers`. */
import type { Screen } from "../../chat/screen.ts";
import type { Words } from "../../i18n.ts";

type Facts = Record<string, string | number>;

export function machineScreen(words: Words, facts: Facts): Screen | null {
  const moment = (value: string | number | undefined) => words.moment(new Date(String(value)));
  switch (facts.event) {
    case "disk-low":
      return { text: words.t("machine-disk-low", { free: String(facts.free) }) };
    case "backup-failed":
      return {
        text: words.t("machine-backup-failed", {
          day: words.date(String(facts.day)),
          reason: String(facts.reason),
        }),
      };
    case "clock-off": {
      const vars = {
        minutes: Math.max(1, Math.round(Number(facts.seconds) / 60)),
        ahead: String(facts.ahead),
      };
      return { text: words.t("machine-clock-off", vars) };
    }
    case "stopped":
      return { text: stopped(words, facts, moment(facts.from), moment(facts.until)) };
    default:
      return null;
  }
}

function stopped(words: Words, facts: Facts, from: string, until: string): string {
  const count = (name: string) => Number(facts[name] ?? 0);
  const missed = [
    count("deadlines") > 0 ? words.t("machine-stopped-deadlines", { count: count("deadlines") }) : null,
    count("messages") > 0 ? words.t("machine-stopped-messages", { count: count("messages") }) : null,
  ].filter((line) => line !== null);
  return [
    words.t("machine-stopped", { from, until }),
    ...(missed.length > 0 ? missed : [words.t("machine-stopped-nothing")]),
    words.t("machine-stopped-done", { count: count("interrupted") }),
  ].join("\n");
}
