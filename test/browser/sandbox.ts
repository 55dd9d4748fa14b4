/** The real sandbox, as `npm start` starts it, and a browser's page on it, played as a person would. */
import type { Locator, Page } from "playwright-core";
import { type Run, startRun } from "../e2e/support/run.ts";

export interface Sandbox {
  /** The same after every start. */
  readonly address: string;
  readonly run: Run;
  /** Starts it again on the same port and data. */
  again(): Promise<void>;
}

const START_MS = 40_000;

/** @param folder its data; a second start in it goes on where the first has stopped */
export async function startSandbox(folder: string): Promise<Sandbox> {
  const start = async (port: string) => {
    let heard = (): void => {};
    const run = startRun({ DATA_DIR: folder, PORT: port, LOG_LEVEL: "warn", TIME_ZONE: "" }, () => heard());
    const address = await new Promise<string>((resolve, reject) => {
      const limit = setTimeout(() => reject(new Error(`not ready: ${run.err()}`)), START_MS);
      heard = () => {
        const found = /^dondoc sandbox: (http:\S+)$/m.exec(run.out())?.[1];
        if (!found && !run.end()) return;
        clearTimeout(limit);
        if (found) resolve(found);
        else reject(new Error(`ended before it was ready: ${run.err()}`));
      };
      heard();
    });
    return { run, address };
  };
  let { run, address } = await start("0");
  return {
    address,
    get run() {
      return run;
    },
    async again() {
      ({ run, address } = await start(new URL(address).port));
    },
  };
}

/** What one does at the page. Every wait is for words to appear. */
export function player(page: Page) {
  const byId = (id: string): Locator => page.getByTestId(id);
  const chat = (person: number): Locator => byId(`chat-${person}`);
  const said = (person: number, words: string | RegExp): Locator =>
    chat(person).locator("[data-from=bot]").filter({ hasText: words }).last();

  return {
    byId,
    chat,
    said,
    /** Waits until the bot has said so in the chat; the newest such message. */
    async sees(person: number, words: string | RegExp): Promise<Locator> {
      await said(person, words).waitFor();
      return said(person, words);
    },
    async open(person: number): Promise<void> {
      await byId(`person-${person}`).waitFor({ state: "attached" });
      if ((await chat(person).count()) === 0) {
        if (!(await byId(`person-${person}`).isVisible())) await byId("people-toggle").click();
        await byId(`person-${person}`).click();
      } else if (!(await chat(person).isVisible())) await byId(`switch-${person}`).click();
      await chat(person).locator("[data-testid=log][aria-busy=false]").waitFor();
    },
    async close(person: number): Promise<void> {
      await chat(person).getByTestId("close-chat").click();
    },
    async write(person: number, words: string): Promise<void> {
      await chat(person).getByTestId("composer").fill(words);
      await chat(person).getByTestId("send").click();
    },
    /** Taps the newest button with these words. */
    async tap(person: number, words: string | RegExp): Promise<void> {
      const name = typeof words === "string" ? { name: words, exact: true } : { name: words };
      await chat(person).getByTestId("buttons").getByRole("button", name).last().click();
    },
    async sendFile(person: number, name: string, mimeType: string, buffer: Buffer): Promise<void> {
      await chat(person).getByTestId("file-input").setInputFiles({ name, mimeType, buffer });
      await chat(person).getByTestId("staged").getByText(name).waitFor();
      await chat(person).getByTestId("send").click();
    },
    async sendSample(person: number): Promise<void> {
      await chat(person).getByTestId("attach").click();
      await chat(person).getByTestId("attach-sample").click();
      await chat(person).getByTestId("staged").getByText(".docx").waitFor();
      await chat(person).getByTestId("send").click();
    },
    /** @param to as the field has it: 2024-04-21T07:30. @param said as the page then says it */
    async moveClock(to: string, said: string): Promise<void> {
      await byId("clock").click();
      await byId("clock-field").fill(to);
      await byId("clock-go").click();
      await byId("notices").getByText(`Đã chuyển tới ${said}`).waitFor();
    },
  };
}

export type Player = ReturnType<typeof player>;

interface Said {
  from: "bot" | "person";
  text: string;
}

/** What stands in anybody's chat, whether the page shows it or not. */
export async function chatOf(address: string, person: number): Promise<Said[]> {
  const response = await fetch(`${address}/sandbox/api/people/${person}/chat`);
  return ((await response.json()) as { messages: Said[] }).messages;
}
