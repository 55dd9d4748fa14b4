/** Forms as grammY and others write them, read as Telegram reads them. */
import { describe, expect, it } from "vitest";
import { cleanName } from "../../src/channels/sandbox/files.ts";
import { boundaryOf, parseMultipart } from "../../src/channels/sandbox/multipart.ts";
import { readCall } from "../../src/channels/sandbox/request.ts";

const part = (disposition: string, body: string) =>
  `--B\r\nContent-Disposition:form-data;${disposition}\r\n\r\n${body}\r\n`;
const parse = (...parts: string[]) => parseMultipart(Buffer.from(`${parts.join("")}--B--\r\n`), "B");

describe("forms", () => {
  it("reads fields and files, quoted or not", () => {
    const { fields, files } = parse(
      part('name="chat_id"', "12"),
      part('name="caption"', "hai\r\ndòng --B"),
      part('name="a";filename=Kế hoạch 100.docx', "nội\r\n\r\ndung"),
      part('name="b"; filename="a \\"b\\"; c.pdf"', ""),
    );
    expect(fields).toEqual({ chat_id: "12", caption: "hai\r\ndòng --B" });
    expect(files.get("a")).toMatchObject({ name: "Kế hoạch 100.docx" });
    expect(Buffer.from(files.get("a")?.bytes ?? "").toString()).toBe("nội\r\n\r\ndung");
    expect(files.get("b")).toMatchObject({ name: 'a "b"; c.pdf', bytes: new Uint8Array() });
  });

  it("cuts an unquoted name at a semicolon and decodes percent signs, as Telegram does", () => {
    const { files } = parse(part('name="a";filename=đạt 90%25; quý 1.pdf', "x"));
    expect(files.get("a")?.name).toBe("đạt 90%");
  });

  it("refuses what is no form", () => {
    expect(() => boundaryOf("multipart/form-data")).toThrow("boundary");
    expect(() => parseMultipart(Buffer.from("nothing"), "B")).toThrow("boundary");
    expect(() => parseMultipart(Buffer.from("--B\r\nno headers"), "B")).toThrow(
      "can't parse form data headers",
    );
    expect(() => parse(part("filename=a.pdf", "x"))).toThrow("field name in multipart/form-data not found");
  });

  it("other bodies are JSON or a query", () => {
    const query = new URLSearchParams("a=1");
    expect(readCall(query, "application/json", Buffer.from('{"b":2}')).payload).toEqual({ a: "1", b: 2 });
    expect(readCall(query, "application/x-www-form-urlencoded", Buffer.from("b=%C4%91")).payload).toEqual({
      a: "1",
      b: "đ",
    });
    expect(() => readCall(query, "application/json", Buffer.from("[1]"))).toThrow("object expected");
  });
});

describe("names", () => {
  it.each([
    ["Kế hoạch 100-KH_ĐUK.docx", "Kế hoạch 100-KH_ĐUK.docx"],
    ["100-KH/ĐUK.docx", "ĐUK.docx"],
    ["Kế hoạch – đợt 1.pdf", "Kế hoạch   đợt 1.pdf"],
    [`${"dài ".repeat(30)}.pdf`, `${"dài ".repeat(16).trim()}.pdf`],
    ["Kế hoạch.pdf".normalize("NFD"), "Ke hoach.pdf"],
    ['a<b>:"c".txt', "a b   c .txt".replace(" .", ".")],
    ["???", "file"],
  ])("%s", (name, clean) => {
    expect(cleanName(name)).toBe(clean);
  });
});
