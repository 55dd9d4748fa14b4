/** Who the bot behind a token is. Nothing of the token is ever in what comes back. */
import { z } from "zod";

const LIMIT_MS = 5_000;
const Answer = z.object({ ok: z.literal(true), result: z.object({ username: z.string() }) });

export type BotName = { username: string } | { failed: "refused" | "unreachable" };

export async function askBotName(
  { token, apiRoot }: { token: string; apiRoot: string },
  milliseconds = LIMIT_MS,
): Promise<BotName> {
  try {
    const url = `${apiRoot.replace(/\/+$/, "")}/bot${token}/getMe`;
    const response = await fetch(url, { signal: AbortSignal.timeout(milliseconds) });
    // Telegram says 401 to a revoked token and 404 to one that never was.
    if (response.status === 401 || response.status === 404) return { failed: "refused" };
    const answer = Answer.safeParse(await response.json());
    return answer.success ? { username: answer.data.result.username } : { failed: "unreachable" };
  } catch {
    return { failed: "unreachable" };
  }
}
