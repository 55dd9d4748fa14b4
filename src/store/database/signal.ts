/**
 * Between processes on one PostgreSQL: short words from one to all others, and turns that only one takes. One
 * connection each, made anew when it breaks; what many chats ask of it at once goes out without waiting in line. A word
 * that is lost costs time and nothing else: everybody also looks.
 */
import { setTimeout as wait } from "node:timers/promises";
import { Client } from "pg";

const CHANNEL = "dondoc";
/** First half of the key of a chat's advisory lock; the second one is made of the chat's number. */
const CHAT_LOCKS = 720_314_510;
const AGAIN_MS = 2_000;
const TRY_MS = [10, 20, 40, 80];

interface Line {
  query(text: string, values: unknown[]): Promise<{ rows: Record<string, unknown>[] }>;
  close(): Promise<void>;
}

function connectLine(url: string, onReady: (client: Client) => Promise<void>): Line {
  let client: Client | null = null;
  let opening: Promise<Client> | null = null;
  let closed = false;
  const open = async (): Promise<Client> => {
    for (;;) {
      if (closed) throw new Error("the line is closed");
      const made = new Client({ connectionString: url, keepAlive: true, pipeline: true });
      try {
        await made.connect();
        made.on("error", () => {
          if (client === made) client = null;
          if (!closed) void ready().catch(() => {});
        });
        await onReady(made);
        client = made;
        return made;
      } catch {
        await made.end().catch(() => {});
        await wait(AGAIN_MS);
      }
    }
  };
  const ready = () => {
    if (client) return Promise.resolve(client);
    opening ??= open().finally(() => {
      opening = null;
    });
    return opening;
  };
  return {
    async query(text, values) {
      return (await ready()).query(text, values);
    },
    async close() {
      closed = true;
      await client?.end().catch(() => {});
    },
  };
}

export interface Signal {
  tell(word: object): void;
  close(): Promise<void>;
}

/** @param onWord hears what other processes tell, and not what this one does */
export async function openSignal(
  url: string,
  holder: string,
  onWord: (word: unknown) => void,
): Promise<Signal> {
  const line = connectLine(url, async (client) => {
    client.on("notification", ({ payload }) => {
      try {
        const { from, word } = JSON.parse(payload ?? "") as { from: string; word: unknown };
        if (from !== holder) onWord(word);
      } catch {
        // Not one of ours.
      }
    });
    await client.query(`LISTEN ${CHANNEL}`);
  });
  await line.query("SELECT 1", []);
  return {
    tell(word) {
      const payload = JSON.stringify({ from: holder, word });
      line.query("SELECT pg_notify($1, $2)", [CHANNEL, payload]).catch(() => {});
    },
    close: () => line.close(),
  };
}

export interface ChatTurns {
  inTurn<T>(chatId: number, work: () => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** Turns of a chat over all processes. In a process they come one by one already; the lock of a session would let itself in. */
export function openChatTurns(url: string): ChatTurns {
  const line = connectLine(url, async () => {});
  return {
    async inTurn(chatId, work) {
      const key = [CHAT_LOCKS, chatId % 2_147_483_647];
      for (let tries = 0; ; tries++) {
        const { rows } = await line.query("SELECT pg_try_advisory_lock($1::int, $2::int) AS mine", key);
        if (rows[0]?.mine) break;
        await wait(TRY_MS[Math.min(tries, TRY_MS.length - 1)]);
      }
      try {
        return await work();
      } finally {
        // Where the connection broke the lock went with it.
        await line.query("SELECT pg_advisory_unlock($1::int, $2::int)", key).catch(() => {});
      }
    },
    close: () => line.close(),
  };
}
