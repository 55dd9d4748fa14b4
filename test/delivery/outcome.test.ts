/** What each answer of the messenger means. */
import { GrammyError, HttpError } from "grammy";
import { describe, expect, it } from "vitest";
import { isTrouble, outcomeOf, refusalOf, restAsked } from "../../src/delivery/send/outcome.ts";

const now = new Date("2024-04-22T01:00:00Z");
const said = (error_code: number, description: string, parameters: object = {}) =>
  new GrammyError("call", { ok: false, error_code, description, parameters }, "sendMessage", {});
const cut = (code: string) =>
  new HttpError("fetch failed", Object.assign(new Error("x"), { cause: { code } }));
const later = (seconds: number) => new Date(now.getTime() + seconds * 1_000);

describe("an answer", () => {
  it.each([
    [said(429, "Too Many Requests", { retry_after: 17 }), { kind: "retry", at: later(17) }],
    [said(403, "Forbidden: bot was blocked by the user"), { kind: "blocked" }],
    [said(403, "Forbidden: user is deactivated"), { kind: "blocked" }],
    [said(400, "Bad Request: chat not found"), { kind: "blocked" }],
    [said(400, "Bad Request: PEER_ID_INVALID"), { kind: "blocked" }],
    [
      said(400, "Bad Request: group chat was upgraded", { migrate_to_chat_id: -1_001_234_567_890_123 }),
      { kind: "moved", chatId: -1_001_234_567_890_123n },
    ],
    [said(400, "Bad Request: message text is empty"), { kind: "failed" }],
    [said(502, "Bad Gateway"), { kind: "retry", at: later(5) }],
    [cut("ECONNREFUSED"), { kind: "retry", at: later(5) }],
    [cut("UND_ERR_CONNECT_TIMEOUT"), { kind: "retry" }],
    // It may have arrived.
    [cut("ECONNRESET"), { kind: "unknown", at: later(10) }],
    [new Error("a bug"), { kind: "failed", error: "a bug" }],
  ])("%s", (error, expected) => {
    expect(outcomeOf(error, 1, now)).toMatchObject(expected);
  });

  it("puts a messenger that is out of order off for longer each time, for about half a day", () => {
    const waits = [1, 2, 3, 4, 5, 6, 49].map((tries) => {
      const outcome = outcomeOf(said(500, "Internal Server Error"), tries, now);
      return "at" in outcome ? (outcome.at.getTime() - now.getTime()) / 1_000 : outcome.kind;
    });
    expect(waits).toEqual([5, 15, 60, 300, 900, 900, 900]);
    expect(outcomeOf(said(500, "Internal Server Error"), 50, now).kind).toBe("failed");
    // What never left is tried for ever.
    expect(outcomeOf(cut("ENOTFOUND"), 5_000, now).kind).toBe("retry");
  });

  it("tells whose trouble it is", () => {
    expect(refusalOf(said(400, "Bad Request: message text is empty"))).toBe(
      "Bad Request: message text is empty",
    );
    expect(refusalOf(said(400, "Bad Request: chat not found"))).toBeNull();
    expect(refusalOf(said(403, "Forbidden"))).toBeNull();
    expect([
      isTrouble(said(502, "Bad Gateway")),
      isTrouble(cut("ECONNRESET")),
      isTrouble(said(403, "x")),
    ]).toEqual([true, true, false]);
    expect([
      restAsked(said(429, "x", { retry_after: 3 })),
      restAsked(said(429, "x")),
      restAsked(cut("x")),
    ]).toEqual([3, 5, null]);
  });
});
