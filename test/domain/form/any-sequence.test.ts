/**
 * Whatever a person does on the way (answers, goes back, jumps, edits a message, stops, comes back after a restart,
 * finds the form changed), the report says exactly what was given last, as far as it is still asked. The engine plays
 * against a model that only remembers; which of the answers count is written down here by hand.
 */
import fc from "fast-check";
import { expect, it } from "vitest";
import { type Advance, advance, correct, nextOf } from "../../../src/domain/form/advance.ts";
import { canonicalAnswers, checkComplete } from "../../../src/domain/form/canonical.ts";
import { type DraftState, emptyDraft, type FileRef, type Value } from "../../../src/domain/form/draft.ts";
import type { Form } from "../../../src/domain/form/form.ts";
import type { Input } from "../../../src/domain/form/input.ts";
import { draftToMend } from "../../../src/domain/form/mend.ts";
import { parseForm } from "../../../src/domain/form/parse-form.ts";
import { answerIn, standingAnswers } from "../../../src/domain/form/standing.ts";
import { file, moment } from "./support.ts";

const ask = (key: string, kind: string, more: object = {}) => ({
  key,
  kind,
  title: `${key}?`,
  label: key,
  required: true,
  ...more,
});
const options = (...values: string[]) => ({ options: values.map((value) => ({ value, label: value })) });
const text = { maxLength: 200 };
const people = {
  columns: [ask("name", "text", { maxLength: 60 }), ask("born", "integer", { min: 1950, max: 2010 })],
  max: 2,
  required: false,
};
const share = { formula: "${present} div ${called} * 100", unit: "%", required: false };
const papers = { max: 2, required: false };

/** Two versions of one form: the later one asks more, takes less, and has lost a question. */
const forms: [Form, Form] = [
  parseForm({
    title: "F",
    nil: false,
    fields: [
      ask("called", "integer", { max: 100, jump: 3 }),
      ask("present", "integer", { notMoreThan: "called" }),
      ask("held", "yesno"),
      ask("why", "text", { ...text, relevant: "${held} = 'no'" }),
      ask("way", "choice", { ...options("live", "online"), relevant: "${held} = 'yes'" }),
      ask("link", "text", { ...text, relevant: "${way} = 'online'" }),
      ask("topics", "choices", options("a", "b", "c")),
      ask("note", "text", { ...text, required: false }),
      ask("people", "group", people),
      ask("share", "computed", share),
      ask("papers", "files", papers),
    ],
  }),
  parseForm({
    title: "F",
    nil: false,
    fields: [
      ask("held", "yesno"),
      ask("called", "integer", { max: 50, jump: 3 }),
      ask("present", "integer", { notMoreThan: "called" }),
      ask("why", "text", { ...text, title: "Vì sao?", relevant: "${held} = 'no'" }),
      ask("way", "choice", { ...options("live", "hybrid"), relevant: "${held} = 'yes'" }),
      ask("extra", "text", text),
      ask("note", "text", { ...text, required: false }),
      ask("people", "group", people),
      ask("share", "computed", share),
      ask("papers", "files", papers),
    ],
  }),
];
const last = { called: { value: 30, at: moment.at } };
const around = { ...moment, last };

interface State {
  form: Form;
  draft: DraftState;
  /** What was given last, by the model. */
  given: Map<string, Value>;
  doubtful: Set<string>;
  /** Messages that gave an answer. */
  messages: number;
}

/** What the engine should make of the answers; nothing of the engine is used here. */
function counts({ form, given, doubtful }: State): Record<string, Value> {
  const has = (key: string) => form.fields.some((field) => field.key === key);
  const of = (key: string) => (has(key) ? (given.get(key) ?? null) : null);
  const most = form === forms[0] ? 100 : 50;
  const ways = form === forms[0] ? ["live", "online"] : ["live", "hybrid"];
  const called = doubtful.has("called") || Number(of("called")) > most ? null : of("called");
  const present = called !== null && Number(of("present")) > Number(called) ? null : of("present");
  const held = of("held");
  const way = held === "yes" && ways.includes(String(of("way"))) ? of("way") : null;
  const rows = of("people") as { name: string }[] | null;
  const all = {
    called,
    present,
    held,
    why: held === "no" ? of("why") : null,
    way,
    link: way === "online" ? of("link") : null,
    topics: of("topics"),
    note: of("note"),
    people: rows && rows.length > 2 ? null : rows,
    papers: of("papers"),
    extra: of("extra"),
  };
  return Object.fromEntries(Object.entries(all).filter(([key]) => has(key)));
}

const wordsFor = ["Chưa có phòng", "Học tốt", "https://vi.du", "Đủ cả"];

/** An answer to the question that is asked, chosen by `n`, and what the model makes of it. */
function answer(state: State, n: number): [Input, () => void] | null {
  const next = nextOf(state.form, state.draft, { last });
  if (next.kind !== "ask") return null;
  const { field } = next;
  const { given, doubtful } = state;
  const set = (value: Value) => () => {
    given.set(field.key, value);
    doubtful.delete(field.key);
  };
  const messageId = ++state.messages;
  const say = (words: string): Input => ({ kind: "text", text: words, messageId });
  if (next.doubt?.sure)
    return [n % 2 ? { kind: "skip" } : say("Sáp nhập hai đơn vị"), () => doubtful.delete("called")];
  if (next.doubt && n % 2) return [{ kind: "confirm" }, () => {}];
  switch (field.kind) {
    case "integer": {
      const value = [45, 5, 31, 20, 95, 30, 0, 33][n % 8] ?? 0;
      return [
        say(`${value} đ/c`),
        () => {
          // Typed again, a doubted number is confirmed.
          const again = doubtful.has(field.key) && given.get(field.key) === value;
          set(value)();
          if (field.key === "called" && (value >= 90 || value <= 10 || again)) doubtful.add("called");
        },
      ];
    }
    case "yesno":
      return n % 2 ? [say("có"), set("yes")] : [{ kind: "option", value: "no" }, set("no")];
    case "text":
      return [say(wordsFor[n % 4] ?? ""), set(wordsFor[n % 4] ?? "")];
    case "choice": {
      const option = field.options[n % 2]?.value ?? "";
      return n % 3
        ? [say(String((n % 2) + 1)), set(option)]
        : [{ kind: "option", value: option }, set(option)];
    }
    case "choices": {
      if (n % 3 === 0) return [say("1, 3"), set(["a", "c"])];
      const option = ["a", "b", "c"][n % 3] ?? "a";
      const before = (given.get("topics") ?? []) as string[];
      const after = ["a", "b", "c"].filter((one) =>
        one === option ? !before.includes(one) : before.includes(one),
      );
      return [
        { kind: "option", value: option },
        () => (after.length > 0 ? set(after)() : void given.delete("topics")),
      ];
    }
    case "group": {
      const rows = (given.get("people") ?? []) as { name: string; born: number }[];
      if (rows.length > 2 || (rows.length > 0 && n % 4 === 0))
        return [
          { kind: "remove", row: 0 },
          () => (rows.length > 1 ? set(rows.slice(1))() : void given.delete("people")),
        ];
      const row = { name: `Người ${n % 1_000}`, born: 1950 + (n % 60) };
      return [say(`${row.name}, ${row.born}`), set([...rows, row])];
    }
    case "files": {
      const files = (given.get("papers") ?? []) as FileRef[];
      const sent = file((n % 5) + 1);
      const twice = files.some((one) => one.id === sent.id);
      return [{ kind: "file", file: sent }, set(twice || files.length >= 2 ? files : [...files, sent])];
    }
    default:
      throw new Error(`${field.kind} is not asked`);
  }
}

/** One thing a person, or life, does. */
function act(state: State, n: number): void {
  const { form, draft } = state;
  const take = (step: Advance | null) => {
    if (step?.ok) state.draft = step.draft;
    return step?.ok === true;
  };
  const kind = n % 16;
  const rest = Math.floor(n / 16);
  if (kind < 7) {
    const chosen = answer(state, rest);
    if (chosen && take(advance(form, draft, chosen[0], around))) chosen[1]();
  } else if (kind === 7) take(advance(form, draft, { kind: "back" }, around));
  else if (kind === 8) {
    const field = form.fields[rest % form.fields.length]?.key ?? "gone";
    take(advance(form, draft, { kind: "jump", field }, around));
  } else if (kind === 9) {
    const next = nextOf(form, draft, { last });
    if (take(advance(form, draft, { kind: "skip" }, around)) && next.kind === "ask") {
      const list = next.field.kind === "group" && (next.group?.rows.length ?? 0) > 0;
      if (next.doubt?.sure) state.doubtful.delete("called");
      // A list that has been begun is ended by it, and not emptied.
      else if (!list) state.given.set(next.field.key, null);
    }
  } else if (kind === 10) {
    const next = nextOf(form, draft, { last });
    const before = next.kind === "ask" ? draft.answers[next.field.key] : undefined;
    if (take(advance(form, draft, { kind: "done" }, around)) && next.kind === "ask") {
      if (next.doubt) state.doubtful.delete("called");
      // "No more" where nothing was given is an answer as well.
      else if (before === undefined) state.given.set(next.field.key, null);
    }
  } else if (kind === 11) take(advance(form, draft, { kind: "review" }, around));
  else if (kind === 12) {
    // Nonsense changes nothing.
    const before = structuredClone(draft.answers);
    const field = nextOf(form, draft);
    if (field.kind === "ask" && field.field.kind !== "text" && !field.doubt && field.field.kind !== "group") {
      take(advance(form, draft, { kind: "text", text: "@#?" }, around));
      expect(state.draft.answers).toEqual(before);
    }
  } else if (kind === 13) {
    // An edited message corrects the answer it gave.
    const number = Object.entries(draft.answers).find(([key, one]) => key === "present" && one.messageId);
    const id = number?.[1].messageId;
    if (id !== undefined && take(correct(form, draft, id, "12", around))) state.given.set("present", 12);
  } else if (kind === 14) state.draft = JSON.parse(JSON.stringify(draft));
  else state.form = forms[1];
}

/** Answers whatever is still asked, until nothing is missing. */
function finish(state: State): void {
  for (let i = 0; i < 200; i++) {
    const next = nextOf(state.form, state.draft, { last });
    if (next.kind === "review" && next.missing.length === 0) return;
    if (next.kind === "review") {
      const [key = ""] = next.missing;
      const step = advance(state.form, state.draft, { kind: "jump", field: key }, around);
      if (!step.ok) throw step.problem;
      state.draft = step.draft;
      continue;
    }
    const { field } = next as Extract<typeof next, { kind: "ask" }>;
    const rows = (state.given.get("people") ?? []) as unknown[];
    const several = ["choices", "group", "files"].includes(field.kind);
    const enough =
      several &&
      (state.given.get(field.key) ?? null) !== null &&
      !(field.kind === "group" && rows.length > 2);
    const optional = !field.required && !several;
    if (enough || (!field.required && several && rows.length <= 2)) {
      const given = state.given.has(field.key);
      const step = advance(state.form, state.draft, given ? { kind: "done" } : { kind: "skip" }, around);
      if (step.ok) {
        if (!given) state.given.set(field.key, null);
        state.draft = step.draft;
        continue;
      }
    }
    const chosen = optional && !state.given.has(field.key) ? null : answer(state, 5 + 3 * i);
    const input: Input = chosen?.[0] ?? { kind: "skip" };
    const step = advance(state.form, state.draft, input, around);
    if (!step.ok) continue;
    state.draft = step.draft;
    if (chosen) chosen[1]();
    else state.given.set(field.key, null);
  }
  throw new Error("it never ends");
}

it("any sequence ends in a report that says what was given last and is still asked", () => {
  fc.assert(
    fc.property(fc.array(fc.nat(100_000), { maxLength: 80 }), (deeds) => {
      const state: State = {
        form: forms[0],
        draft: emptyDraft(forms[0]),
        given: new Map(),
        doubtful: new Set(),
        messages: 0,
      };
      for (const n of deeds) {
        act(state, n);
        const told = new Map(Object.entries(state.draft.answers).map(([key, one]) => [key, one.value]));
        // Nothing is lost: what was given and is not asked any more lies aside.
        for (const [key, value] of state.given) expect([key, told.get(key) ?? null]).toEqual([key, value]);
      }
      finish(state);
      expect(checkComplete(state.form, state.draft)).toBeNull();

      const wanted = counts(state);
      const sent = JSON.parse(JSON.stringify(standingAnswers(state.form, state.draft)));
      const values = Object.fromEntries(Object.keys(wanted).map((key) => [key, sent[key]?.value ?? null]));
      expect(values).toEqual(wanted);
      expect(Object.keys(sent).filter((key) => !(key in wanted))).toEqual([]);

      // Read again from the database, the report gives the same hash and the same share.
      const again = { answers: sent, cursor: "review" as const };
      expect(canonicalAnswers(state.form, again, false)).toBe(
        canonicalAnswers(state.form, state.draft, false),
      );
      const computed = state.form.fields.find((field) => field.kind === "computed");
      const part = computed && answerIn(state.form, sent, computed)?.value;
      const [called, present] = [Number(wanted.called), Number(wanted.present)];
      expect(part ?? null).toBe(called > 0 ? Math.round((present / called) * 1_000) / 10 : null);

      // Returned, only what the board names is asked again.
      const keys = Object.keys(wanted).filter((_, i) => i % 3 === 0);
      const mend = draftToMend(state.form, sent, keys);
      const first = nextOf(state.form, mend);
      const relevant = state.form.fields.filter(
        (one) => keys.includes(one.key) && sent[one.key] !== undefined,
      );
      if (first.kind === "ask") expect(keys).toContain(first.field.key);
      else expect(relevant).toEqual([]);
    }),
    { numRuns: 300 },
  );
}, 60_000);
