import { describe, expect, it } from "vitest";
import { sandboxLimits } from "../../src/web/sandbox.ts";
import { FakePort } from "./fake-port.ts";
import { errorOf, host, own, post, say, texts, upload } from "./requests.ts";
import { listen, mount } from "./serve.ts";

describe("what people do", () => {
  it("sends a text as a messenger would", async () => {
    const { app, port } = mount();
    const text = "  a\r\nb\u0000\u0007 <b>đậm</b>\u2028\uD800  ";
    expect((await app.request(say, post({ text }))).status).toBe(200);
    expect((await port.chat(201))[0]?.text).toBe("a\nb <b>đậm</b>\u2028\uFFFD");
  });

  it.each([
    ["nothing", { text: "" }, "text-empty"],
    ["blanks", { text: " \n\t\u0000 " }, "text-empty"],
    ["too much", { text: "a".repeat(sandboxLimits.text + 1) }, "text-long"],
    ["a number", { text: 5 }, "request"],
    ["no text", {}, "request"],
    ["a list", [], "request"],
    ["half a JSON", '{"text": "a', "request"],
    ["no JSON", "", "request"],
  ])("refuses %s", async (_, body, key) => {
    const { app, port } = mount();
    const response = await app.request(say, post(body));
    expect(response.status).toBe(400);
    expect(await errorOf(response)).toBe(texts[`sandbox-error-${key}`]?.replace("{$max}", "4096"));
    expect(await port.chat(201)).toEqual([]);
  });

  it("takes the longest text and no larger body", async () => {
    const { app } = mount();
    const longest = "ữ".repeat(sandboxLimits.text);
    expect((await app.request(say, post({ text: longest }))).status).toBe(200);
    expect((await app.request(say, post({ text: "a".repeat(70_000) }))).status).toBe(413);
  });

  it.each([
    "0",
    "-1",
    "1e3",
    "abc",
    "999999",
    "201%00",
    "9".repeat(40),
  ])("knows nobody by the id %s", async (id) => {
    const { app } = mount();
    const response = await app.request(`/sandbox/api/people/${id}/messages`, post({ text: "a" }));
    expect([400, 404]).toContain(response.status);
    expect((await app.request(`/sandbox/api/people/${id}/chat`, { headers: own })).ok).toBe(false);
  });

  it("edits one's own text, and only that", async () => {
    const { app, port } = mount();
    await app.request(say, post({ text: "45" }));
    const [mine, bots] = await port.chat(201);
    const edit = (who: number, id: number | undefined, text: string) =>
      app.request(`/sandbox/api/people/${who}/messages/${id}`, post({ text }, own, "PUT"));
    expect((await edit(201, mine?.id, "46")).status).toBe(200);
    expect((await port.chat(201))[0]).toMatchObject({ text: "46", editedAt: expect.any(String) });
    expect((await edit(201, bots?.id, "x")).status).toBe(404);
    expect((await edit(202, mine?.id, "x")).status).toBe(404);
    expect((await edit(201, 4711, "x")).status).toBe(404);
    expect((await edit(201, mine?.id, "")).status).toBe(400);
  });

  it("taps a button of one's own chat", async () => {
    const { app, port } = mount();
    const message = port.say(201, "Việc", [[{ text: "Đã nhận", data: "ack" }]]);
    const tap = (who: number, data: unknown) =>
      app.request(`/sandbox/api/people/${who}/messages/${message.id}/tap`, post({ data }));
    const response = await tap(201, "ack");
    expect(await response.json()).toEqual({ text: "Đã ghi nhận, cảm ơn đồng chí.", alert: false });
    expect((await tap(202, "ack")).status).toBe(404);
    expect((await tap(201, "ữ".repeat(22))).status).toBe(400);
    expect((await tap(201, "")).status).toBe(400);
    expect((await tap(201, null)).status).toBe(400);
    expect(port.taps).toEqual(["ack"]);
  });

  it("tells a bug from an expected error", async () => {
    const { app, bugs } = mount();
    const response = await app.request(say, post({ text: "/fail" }));
    expect(response.status).toBe(500);
    expect(await errorOf(response)).toBe(texts["sandbox-error-server"]);
    expect(bugs).toHaveLength(1);
    const explained = mount({ explain: (error) => (error instanceof Error ? "Một câu rõ ràng." : null) });
    const refused = await explained.app.request(say, post({ text: "/fail" }));
    expect([refused.status, await errorOf(refused)]).toEqual([409, "Một câu rõ ràng."]);
    expect(explained.bugs).toEqual([]);
  });
});

describe("files", () => {
  const there = "/sandbox/api/people/201/files";

  it("takes a file under a name that does no harm", async () => {
    const { app, port } = mount();
    const file = new File(["nội dung"], "..\\..\\Kế hoa\u0323ch\u202Excod.<b>.docx", { type: "text/plain" });
    expect((await app.request(there, upload({ file, caption: " xem " }))).status).toBe(200);
    const [message] = await port.chat(201);
    expect(message?.text).toBe("xem");
    expect(message?.file?.name).toBe("Kế hoạchxcod._b_.docx");
    expect(message?.file?.size).toBe(new TextEncoder().encode("nội dung").length);
  });

  it.each([
    ["a.DOCX", "", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"],
    ["a.pdf", "application/octet-stream", "application/pdf"],
    ["a.txt", "text/plain;charset=utf-8", "text/plain"],
    ["a.exe", "", "application/octet-stream"],
    ["constructor.constructor", "nonsense", "application/octet-stream"],
  ])("knows the kind of %s given as %j", async (name, type, mime) => {
    const { app, port } = mount();
    await app.request(there, upload({ file: new File(["a"], name, { type }) }));
    expect((await port.chat(201))[0]?.file?.mime).toBe(mime);
  });

  it.each([
    ["no file", { caption: "a" }, 400, "file-missing"],
    ["a word for a file", { file: "a" }, 400, "file-missing"],
    ["an empty file", { file: new File([], "a.txt") }, 400, "file-empty"],
    ["a long caption", { file: new File(["a"], "a.txt"), caption: "a".repeat(1025) }, 400, "caption-long"],
  ] as [
    string,
    Record<string, string | File>,
    number,
    string,
  ][])("refuses %s", async (_, parts, status, key) => {
    const { app, port } = mount();
    const response = await app.request(there, upload(parts));
    expect(response.status).toBe(status);
    expect(await errorOf(response)).toBe(texts[`sandbox-error-${key}`]?.replace("{$max}", "1024"));
    expect(await port.chat(201)).toEqual([]);
  });

  it("refuses what is larger than 50 MB, by its word and by its deed", async () => {
    const { app, port } = mount();
    const large = { file: new File([new Uint8Array(sandboxLimits.file + 1)], "a.pdf") };
    const response = await app.request(there, upload(large));
    expect(response.status).toBe(413);
    expect(await errorOf(response)).toContain("50 MB");
    const claimed = await app.request(there, {
      ...post("x"),
      headers: { ...own, "content-length": "62914560" },
    });
    expect(claimed.status).toBe(413);
    expect(await port.chat(201)).toEqual([]);
  });

  it("refuses a form that is broken", async () => {
    const { app } = mount();
    const headers = { ...own, "content-type": "multipart/form-data; boundary=x" };
    expect((await app.request(there, { method: "POST", headers, body: "--x\r\nnonsense" })).status).toBe(400);
  });

  it("hands files out to be saved, and shows only pictures", async () => {
    const { app, port } = mount();
    const bytes = new TextEncoder().encode("<script>1</script>");
    const page = port.store({ name: `a"\r\nb/../Kế hoạch (1).html`, mime: "text/html", bytes });
    const vector = port.store({ name: "a.svg", mime: "image/svg+xml", bytes });
    const picture = port.store({ name: "a.png", mime: "image/png", bytes });
    const get = (id: string) => app.request(`/sandbox/files/${id}?inline=1`, { headers: { host } });
    for (const { id } of [page, vector]) {
      const { headers } = await get(id);
      expect(headers.get("content-type")).toBe("application/octet-stream");
      expect(headers.get("content-disposition")).toMatch(/^attachment; /);
      expect(headers.get("x-content-type-options")).toBe("nosniff");
      expect(headers.get("content-security-policy")).toContain("sandbox");
    }
    const disposition = (await get(page.id)).headers.get("content-disposition");
    expect(disposition).toBe(
      `attachment; filename="K_ ho_ch (1).html"; filename*=UTF-8''K%E1%BA%BF%20ho%E1%BA%A1ch%20%281%29.html`,
    );
    const shown = await get(picture.id);
    expect(shown.headers.get("content-type")).toBe("image/png");
    expect(shown.headers.get("content-disposition")).toMatch(/^inline; /);
    const saved = await app.request(`/sandbox/files/${picture.id}`, { headers: { host } });
    expect(saved.headers.get("content-disposition")).toMatch(/^attachment; /);
    expect((await get("none")).status).toBe(404);
    expect((await get("x".repeat(300))).status).toBe(400);
  });
});

describe("the clock and the restart", () => {
  it("moves to an instant and back", async () => {
    const { app, port } = mount();
    const move = (to: unknown) => app.request("/sandbox/api/clock", post({ to }));
    expect(await (await move("2024-04-24T07:30:00+07:00")).json()).toMatchObject({
      clock: { now: "2024-04-24T00:30:00.000Z", moved: true },
    });
    expect((await move(null)).status).toBe(200);
    expect(port.moves).toEqual(["2024-04-24T00:30:00.000Z", null]);
    for (const to of [
      "ngày mai",
      "2024-04-31",
      "2024-02-30T07:00:00Z",
      5,
      undefined,
      "1999-12-31T00:00:00Z",
      "2101-01-01T00:00:00Z",
    ])
      expect((await move(to)).status, String(to)).toBe(400);
    expect(port.moves).toHaveLength(2);
  });

  it("does one of them at a time", async () => {
    const { app, port } = mount();
    let go = (): void => {};
    port.gate = new Promise((resolve) => {
      go = resolve;
    });
    const first = app.request("/sandbox/api/clock", post({ to: "2024-04-24T00:30:00Z" }));
    await expect.poll(() => port.moves.length).toBe(1);
    const second = await app.request("/sandbox/api/restart", post({}));
    expect([second.status, await errorOf(second)]).toEqual([409, texts["sandbox-error-busy"]]);
    go();
    expect((await first).status).toBe(200);
    expect((await app.request("/sandbox/api/restart", post({}))).status).toBe(200);
    expect(port.restarts).toBe(1);
  });
});

describe("the state and the stream", () => {
  it("says what is new with each person", async () => {
    const { app, port } = mount();
    await port.sendText(201, "xin chào");
    const answer = (await (await app.request("/sandbox/api/state", { headers: own })).json()) as {
      clock: unknown;
      people: { id: number; recent: number[]; last: { text: string } | null }[];
    };
    expect(answer.clock).toEqual(port.clock());
    expect(answer.people.find(({ id }) => id === 201)).toMatchObject({
      recent: [2],
      last: { text: "Đã nhận: xin chào" },
    });
    expect(answer.people.find(({ id }) => id === 202)).toMatchObject({ recent: [], last: null });
  });

  it("streams changes in their order, on one line each, and lets go of a page that leaves", async () => {
    const { app, port } = mount();
    const { address, close } = await listen(app);
    try {
      const leaving = new AbortController();
      const response = await fetch(`${address}/sandbox/api/events`, { signal: leaving.signal });
      expect(response.headers.get("content-type")).toBe("text/event-stream");
      const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
      let heard = "";
      const until = async (wanted: string): Promise<void> => {
        while (!heard.includes(wanted)) heard += (await reader?.read())?.value ?? "";
      };
      await until("event: hello");
      expect(port.listening).toBe(1);
      for (let turn = 1; turn <= 50; turn += 1) port.say(201, `tin ${turn}\n\nevent: reset`);
      await until("tin 50");
      expect(heard.match(/^event: \w+$/gm)).toEqual(["event: hello", ...Array(50).fill("event: change")]);
      expect(heard.indexOf("tin 1\\n")).toBeLessThan(heard.indexOf("tin 2\\n"));
      leaving.abort();
      await expect.poll(() => port.listening, { timeout: 5000 }).toBe(0);
    } finally {
      await close();
    }
  });

  it("does not begin a stream for a HEAD", async () => {
    const { app, port } = mount();
    await app.request("/sandbox/api/events", { method: "HEAD", headers: { host } });
    expect(port.listening).toBe(0);
  });

  it("bounds the number of pages", async () => {
    const { app, port } = mount();
    const open: Response[] = [];
    for (let turn = 0; turn < sandboxLimits.pages; turn += 1)
      open.push(await app.request("/sandbox/api/events", { headers: { host } }));
    expect((await app.request("/sandbox/api/events", { headers: { host } })).status).toBe(503);
    for (const response of open) await response.body?.cancel();
    await expect.poll(() => port.listening).toBe(0);
  });
});

it("has a fake that forgets on restart", async () => {
  const port = new FakePort();
  await port.sendText(201, "a");
  await port.restart();
  expect(await port.chat(201)).toEqual([]);
});
