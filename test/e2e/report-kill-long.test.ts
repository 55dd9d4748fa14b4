/**
 * A report of thirty questions, and kill −9 after every single update of it: the next message goes on at the right
 * question, nothing is lost, nothing asked twice but, at worst, the present question. Every kind of answer that takes
 * more than one update (a list of people, a doubted number, several choices) is among them.
 */
import { afterEach, beforeEach, expect, it } from "vitest";
import { parseForm } from "../../src/domain/form/parse-form.ts";
import { createChance, seed } from "./support/chance.ts";
import { killedTogether, moments } from "./support/kill.ts";
import { openChats, secretary, seedCommittee, seedReport, withRows } from "./support/rows.ts";
import { createStage, lastSaid, type Stage, tap } from "./support/stage.ts";

/** Three reports at once, each killed through another third of its updates: so every update is covered in a third of the time. */
const PEOPLE = [1, 2, 3].map(secretary);
const LONG = 30;

let stage: Stage;
beforeEach(async () => {
  stage = await createStage();
});
afterEach(() => stage.end());

const column = (key: string, kind: string, more: object) => ({
  key,
  kind,
  title: key,
  label: key,
  required: true,
  ...more,
});
const form = parseForm({
  title: "Báo cáo dài",
  nil: false,
  fields: Array.from({ length: LONG }, (_, i) => {
    const base = { key: `q${i + 1}`, title: `Câu hỏi ${i + 1}?`, label: `Mục ${i + 1}`, required: true };
    if (i === 9) return { ...base, kind: "yesno" };
    if (i === 14)
      return {
        ...base,
        kind: "choices",
        options: ["a", "b", "c"].map((value) => ({ value, label: `Ô ${value}` })),
      };
    if (i === 19)
      return {
        ...base,
        kind: "group",
        max: 5,
        columns: [
          column("name", "text", { maxLength: 50 }),
          column("born", "integer", { min: 1900, max: 2010 }),
        ],
      };
    return i % 2 === 0
      ? { ...base, kind: "integer" }
      : { ...base, kind: "text", maxLength: 300, ...(i === 11 ? { relevant: "${q10} = 'yes'" } : {}) };
  }),
});

type Deed = [does: string, act: (who: number) => void, shows: RegExp];
const write = (text: string) => (who: number) => void stage.api.sendText(who, text);
const press = (text: string | RegExp) => (who: number) => tap(stage.api, who, text);
const asks = (index: number, words = "") => new RegExp(`^Câu ${index}/(?:29|30) [\\s\\S]*${words}`);
const sentence = (index: number) => `Nội dung thứ ${index} của chi bộ.`;

/** One answer to each question, in the updates it takes. */
const steps: Deed[] = [["/report", write("/report"), asks(1)]];
for (let index = 1; index <= LONG; index++) {
  const next = index === LONG ? /^Xem lại báo cáo / : asks(index + 1);
  if (index === 10) steps.push(["có", press("Có"), next]);
  else if (index === 15) {
    steps.push(["Ô c", press("☐ Ô c"), asks(15, "Ô c")]);
    steps.push(["Ô a", press("☐ Ô a"), asks(15, "Ô a; Ô c")]);
    steps.push(["xong", press(/^Xong mục này/), next]);
  } else if (index === 20) {
    steps.push(["a name", write("Nguyễn Văn A"), asks(20, "Nguyễn Văn A")]);
    steps.push(["a year", write("1985"), asks(20, "1\\. Nguyễn Văn A, 1985")]);
    steps.push(["a row", write("Trần Thị B, 1990"), asks(20, "2\\. Trần Thị B, 1990")]);
    steps.push(["xong", write("xong"), next]);
  } else if (index % 2 === 1) steps.push([`${index}`, write(String(index)), next]);
  else steps.push([`sentence ${index}`, write(sentence(index)), next]);
}
steps.push(["[Gửi báo cáo]", press("Gửi báo cáo"), /^✅ Đã tiếp nhận báo cáo /]);

it(`thirty questions, killed after each update (seed ${seed})`, async () => {
  await withRows(stage.folder, async (db) => {
    await seedCommittee(db, PEOPLE.length);
    await seedReport(db, form);
  });
  await openChats(stage.api, PEOPLE.length);
  const chance = createChance();
  const third = Math.ceil(steps.length / PEOPLE.length);
  stage.start();
  const walk = async (who: number, from: number, until: number) => {
    for (const [does, act, shows] of steps.slice(from, until)) {
      act(who);
      await stage.until(does, () => shows.test(lastSaid(stage.api, who)?.text ?? ""));
      await stage.settled();
    }
  };
  for (const [i, who] of PEOPLE.entries()) await walk(who, 0, i * third);
  const schedule = [0, 1, 2].flatMap(() => chance.shuffled(moments));
  for (let at = 0; at < third; at++) {
    const now = PEOPLE.flatMap((who, i) => {
      const step = steps[i * third + at];
      return step ? [{ who, does: step[0], act: () => step[1](who), shows: step[2] }] : [];
    });
    expect(await killedTogether(stage, now, schedule[at] ?? "said", at, chance)).toEqual([]);
  }
  await stage.until("polling", () => stage.run().address());
  for (const [i, who] of PEOPLE.entries()) await walk(who, (i + 1) * third, steps.length);
  expect(await stage.stop()).toEqual({ code: 0, signal: null });

  await withRows(stage.folder, async (db) => {
    const reports = await db.report.findMany();
    expect(reports).toHaveLength(PEOPLE.length);
    const wanted = Object.fromEntries(
      form.fields.map(({ key, kind }, i): [string, unknown] => {
        if (kind === "yesno") return [key, "yes"];
        if (kind === "choices") return [key, ["a", "c"]];
        if (kind === "group")
          return [
            key,
            [
              { name: "Nguyễn Văn A", born: 1985 },
              { name: "Trần Thị B", born: 1990 },
            ],
          ];
        return [key, kind === "integer" ? i + 1 : sentence(i + 1)];
      }),
    );
    for (const report of reports) {
      const answers = Object.entries(report.answers as Record<string, { value: unknown }>);
      expect(Object.fromEntries(answers.map(([key, { value }]) => [key, value]))).toEqual(wanted);
    }
    expect(await db.draft.count()).toBe(0);
    expect(await db.audit.count({ where: { action: "report.submit" } })).toBe(PEOPLE.length);
  });
}, 300_000);
