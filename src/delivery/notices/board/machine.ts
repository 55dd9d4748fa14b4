/** What an administrator is told about the machine: its disk, its backups, its clock, that it stopped. */
import { z } from "zod";
import type { Words } from "../../../i18n.ts";
import { notice } from "../../notice.ts";

const moment = z.coerce.date();
const count = z.coerce.number().default(0);
const Facts = z.discriminatedUnion("event", [
  z.object({ event: z.literal("disk-low"), free: z.coerce.string() }),
  z.object({ event: z.literal("backup-failed"), day: z.string(), reason: z.string() }),
  z.object({ event: z.literal("clock-off"), seconds: z.coerce.number(), ahead: z.coerce.string() }),
  z.object({
    event: z.literal("stopped"),
    from: moment,
    until: moment,
    deadlines: count,
    messages: count,
    interrupted: count,
  }),
]);
type Facts = z.infer<typeof Facts>;

export const kind = notice({
  audience: "board",
  about: z.object({ facts: Facts }),
  facts: async (_, { facts }) => facts,
  words: (words, facts) => ({ text: textOf(words, facts) }),
});

function textOf(words: Words, facts: Facts): string {
  switch (facts.event) {
    case "disk-low":
      return words.t("machine-disk-low", { free: facts.free });
    case "backup-failed":
      return words.t("machine-backup-failed", { day: words.date(facts.day), reason: facts.reason });
    case "clock-off": {
      const minutes = Math.max(1, Math.round(facts.seconds / 60));
      return words.t("machine-clock-off", { minutes, ahead: facts.ahead });
    }
    case "stopped":
      return stopped(words, facts);
  }
}

function stopped(words: Words, facts: Extract<Facts, { event: "stopped" }>): string {
  const { deadlines, messages } = facts;
  const missed = [
    ...(deadlines > 0 ? [words.t("machine-stopped-deadlines", { count: deadlines })] : []),
    ...(messages > 0 ? [words.t("machine-stopped-messages", { count: messages })] : []),
  ];
  return [
    words.t("machine-stopped", { from: words.moment(facts.from), until: words.moment(facts.until) }),
    ...(missed.length > 0 ? missed : [words.t("machine-stopped-nothing")]),
    words.t("machine-stopped-done", { count: facts.interrupted }),
  ].join("\n");
}
