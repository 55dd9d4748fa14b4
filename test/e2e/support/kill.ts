/** kill −9 while one person writes to the bot, at a chosen moment of handling each update. */
import type { Chance } from "./chance.ts";
import { type Stage, said } from "./stage.ts";

/**
 * fetched: the update is on its way to the bot, or in its hands. unsaid: the bot is about to say what comes next,
 * and it does not arrive. said: it has arrived, the bot does not learn of it. noted: all is done, but not
 * confirmed. confirmed: the bot is idle again.
 */
export const moments = ["fetched", "unsaid", "said", "noted", "confirmed"] as const;
export type Moment = (typeof moments)[number];

/** What the person does, and what the chat shows when the bot is done with it. */
export type Step = [does: string, act: () => void, shows: RegExp];

/**
 * Does the steps one after the other and kills the process at each. Whatever is said of an update, before the kill and
 * after it, must be the one thing to say, at most twice. Returns what was not so.
 */
export async function killedAtEvery(
  stage: Stage,
  who: number,
  steps: readonly Step[],
  schedule: readonly Moment[],
  chance: Chance,
): Promise<object[]> {
  const wrong: object[] = [];
  for (const [index, [does, act, shows]] of steps.entries()) {
    await stage.until("polling", () => stage.run().address());
    const before = said(stage.api, who).length;
    const moment = schedule[index] ?? "said";
    act();
    await killAt(stage, who, moment, chance.between(0, 60));
    const dead = stage.run();
    stage.start();
    await stage.settled();
    const fresh = said(stage.api, who)
      .slice(before)
      .map((message) => message.text);
    const errors = [...dead.errors(), ...stage.run().errors()];
    const right = fresh.length >= 1 && fresh.length <= 2 && fresh.every((text) => shows.test(text));
    if (!right || errors.length > 0) wrong.push({ after: does, killed: moment, fresh, errors });
    // Where the present question is not what it should be, there is no going on.
    if (!shows.test(fresh.at(-1) ?? "")) break;
  }
  return wrong;
}

/** Several write at once, and one kill goes through all of it, at a moment of one of them. Returns what was not right. */
export async function killedTogether(
  stage: Stage,
  now: readonly { who: number; does: string; act: () => void; shows: RegExp }[],
  moment: Moment,
  turn: number,
  chance: Chance,
): Promise<object[]> {
  await stage.until("polling", () => stage.run().address());
  const before = now.map(({ who }) => said(stage.api, who).length);
  for (const { act } of now) act();
  await killAt(stage, now[turn % now.length]?.who ?? 0, moment, chance.between(0, 60));
  const dead = stage.run();
  stage.start();
  await stage.settled();
  const errors = [...dead.errors(), ...stage.run().errors()];
  return now.flatMap(({ who, does, shows }, i) => {
    const fresh = said(stage.api, who)
      .slice(before[i])
      .map((message) => message.text);
    const right = fresh.length >= 1 && fresh.length <= 2 && fresh.every((text) => shows.test(text));
    return right && errors.length === 0 ? [] : [{ after: does, killed: moment, fresh, errors }];
  });
}

/** Resolves when the process has been killed at that moment of handling what comes next. */
async function killAt(stage: Stage, who: number, moment: Moment, ms: number): Promise<void> {
  const run = stage.run();
  let fetched = 0;
  stage.onAnswer = ({ method, answer }) => {
    if (method !== "getUpdates" || !answer.ok || fetched > 0) return;
    fetched = (answer.result as { update_id: number }[]).at(-1)?.update_id ?? 0;
    if (fetched > 0 && moment === "fetched") setTimeout(() => void run.kill(), ms);
  };
  stage.onCall = ({ method, payload }) => {
    if (run.end()) return "lose-call";
    const speaks = /^(send|edit)Message/.test(method) && Number(payload.chat_id) === who;
    if (speaks && (moment === "unsaid" || moment === "said")) {
      void run.kill();
      return moment === "said" ? "lose-answer" : "lose-call";
    }
    if (method === "getUpdates" && moment === "noted" && fetched > 0 && Number(payload.offset) > fetched) {
      void run.kill();
      return "lose-call";
    }
    return undefined;
  };
  if (moment === "confirmed") {
    await stage.settled();
    void run.kill();
  }
  await stage.until(`killed (${moment})`, () => run.end());
  stage.onCall = null;
  stage.onAnswer = null;
}
