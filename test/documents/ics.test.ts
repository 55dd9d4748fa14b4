import fc from "fast-check";
import { expect, test } from "vitest";
import { type CalendarEvent, writeIcs } from "../../src/documents/write/ics.ts";

const event: CalendarEvent = {
  uid: "obligation-17@dondoc",
  title: "Hạn báo cáo Kế hoạch 100-KH/ĐUK, gửi Ban",
  description: "Chậm nhất 23:59 thứ Tư, 24/4/2024\nĐầu mối: đ/c Lan; ĐT 0256",
  day: "2024-04-24",
  end: "2024-04-24T16:59:59Z",
  alarmDaysBefore: [3, 0],
  now: "2024-04-01T01:02:03.456Z",
};
const unfold = (ics: string) => ics.replaceAll("\r\n ", "").split("\r\n");

test("a deadline stands on its day, rings in the morning, and is the same file each time", () => {
  const ics = writeIcs([event]);
  expect(unfold(ics)).toEqual([
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "CALSCALE:GREGORIAN",
    "PRODID:-//dondoc//VI",
    "METHOD:PUBLISH",
    "X-PUBLISHED-TTL:PT1H",
    "BEGIN:VEVENT",
    "UID:obligation-17@dondoc",
    "SUMMARY:Hạn báo cáo Kế hoạch 100-KH/ĐUK\\, gửi Ban",
    "DTSTAMP:20240401T010203Z",
    "DTSTART;VALUE=DATE:20240424",
    "DTEND;VALUE=DATE:20240425",
    "DESCRIPTION:Chậm nhất 23:59 thứ Tư\\, 24/4/2024\\nĐầu mối: đ/c Lan\\; ĐT 0256",
    "STATUS:CONFIRMED",
    "X-MICROSOFT-CDO-BUSYSTATUS:FREE",
    "TRANSP:TRANSPARENT",
    "BEGIN:VALARM",
    "ACTION:DISPLAY",
    "DESCRIPTION:Hạn báo cáo Kế hoạch 100-KH/ĐUK\\, gửi Ban",
    "TRIGGER:-PT64H30M",
    "END:VALARM",
    "BEGIN:VALARM",
    "ACTION:DISPLAY",
    "DESCRIPTION:Hạn báo cáo Kế hoạch 100-KH/ĐUK\\, gửi Ban",
    "TRIGGER:PT7H30M",
    "END:VALARM",
    "END:VEVENT",
    "END:VCALENDAR",
    "",
  ]);
  expect(writeIcs([event])).toBe(ics);
});

test("an hour that is ordered is a half hour ending then, in UTC; the last day of a year ends in the next", () => {
  const lines = unfold(
    writeIcs([
      { ...event, day: null, end: "2024-04-24T06:59:59Z", alarmDaysBefore: [1, 0], sequence: 2 },
      { ...event, day: "2024-12-31" },
    ]),
  );
  expect(lines).toEqual(
    expect.arrayContaining([
      "DTSTART:20240424T063000Z",
      "DTEND:20240424T070000Z",
      "SEQUENCE:2",
      "TRIGGER:-PT24H30M",
      "TRIGGER:-PT30M",
      "DTEND;VALUE=DATE:20250101",
    ]),
  );
});

test("no line is longer than 75 octets, and every word comes back", () => {
  const words = fc.string({ unit: fc.constantFrom(..."aĐệỷ🙂,;\\: \n\r\t\u0000"), maxLength: 300 });
  fc.assert(
    fc.property(words, words, (title, description) => {
      const ics = writeIcs([{ ...event, title, description, alarmDaysBefore: [] }]);
      for (const line of ics.split("\r\n")) {
        expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
        expect(line).not.toMatch(/[\r\n]/);
      }
      const said =
        unfold(ics)
          .find((line) => line.startsWith("DESCRIPTION:"))
          ?.slice(12) ?? "";
      const back = said.replace(/\\(.)/g, (_, mark: string) => (mark === "n" ? "\n" : mark));
      expect(back).toBe(description.replace(/\r\n?/g, "\n").replaceAll("\0", ""));
    }),
  );
});

test("no events are an empty calendar", () => {
  expect(unfold(writeIcs([]))).toContain("END:VCALENDAR");
});
