/** Telegram's HTML, well-formed and not. */
import { describe, expect, it } from "vitest";
import { parseHtml } from "../../src/channels/sandbox/html.ts";

describe("well-formed", () => {
  it("takes tags out and says where they were, in UTF-16 units", () => {
    expect(parseHtml("🙂 <b>Hạn <i>chót</i></b>: <code>1 &lt; 2 &amp; &quot;3&#34; &nbsp;</code>")).toEqual({
      text: '🙂 Hạn chót: 1 < 2 & "3" &nbsp;',
      entities: [
        { type: "bold", offset: 3, length: 8 },
        { type: "italic", offset: 7, length: 4 },
        { type: "code", offset: 13, length: 18 },
      ],
    });
  });

  it("knows links, spoilers and quotes, and drops a link that leads nowhere", () => {
    const { text, entities } = parseHtml(
      `<a href="https://example.vn/?a=1&amp;b=2">một</a> <a href='#'>hai</a> <span class="tg-spoiler">ba</span> <blockquote expandable>bốn</blockquote><s></s>`,
    );
    expect(text).toBe("một hai ba bốn");
    expect(entities.map((entity) => entity.type)).toEqual(["text_link", "spoiler", "expandable_blockquote"]);
    expect(entities[0]).toMatchObject({ url: "https://example.vn/?a=1&b=2" });
  });
});

describe("malformed", () => {
  it.each([
    ["Hạn <15 ngày", "Unclosed start tag at byte offset 6"],
    ["2 < 3 và 5 > 4", 'Unsupported start tag "" at byte offset 2'],
    ["<div>x</div>", 'Unsupported start tag "div" at byte offset 0'],
    ["x</b>", "Unexpected end tag at byte offset 1"],
    ["<b>x</i>", 'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"'],
    ["<b>x", `Can't find end tag corresponding to start tag "b"`],
    ["<b>x</b", "Unclosed end tag at byte offset 4"],
    ["<span>x</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'],
  ])("%s", (source, text) => {
    expect(() => parseHtml(source)).toThrow(`Bad Request: can't parse entities: ${text}`);
  });
});
