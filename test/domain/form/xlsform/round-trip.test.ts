/** What is taken out as a file and brought back is the same form. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readSheets } from "../../../../src/documents/read/table/sheets.ts";
import { writeForm } from "../../../../src/documents/write/form.ts";
import type { Form } from "../../../../src/domain/form/form.ts";
import { changesBetween } from "../../../../src/domain/form/form-changes.ts";
import { parseForm } from "../../../../src/domain/form/parse-form.ts";
import { nominationForm } from "../../../../src/domain/form/ready/nomination.ts";
import { readyForms } from "../../../../src/domain/form/ready/ready-forms.ts";
import { exportXlsForm } from "../../../../src/domain/form/xlsform/export.ts";
import { importXlsForm } from "../../../../src/domain/form/xlsform/import.ts";
import type { SheetRows } from "../../../../src/domain/form/xlsform/sheet.ts";
import { anyForm } from "./any-form.ts";

const settings = { id: "mau", version: "3" };

/** The form that sheets give; a test fails with the mistakes, if there are any. */
function formIn(sheets: readonly SheetRows[]): Form {
  const read = importXlsForm(sheets);
  if ("faults" in read)
    throw new Error(
      read.faults.map((one) => `${one.sheet} ${one.row} ${one.column?.heading}: ${one.problem}`).join("\n"),
    );
  expect(read.id).toBe("mau");
  expect(read.ignored).toEqual([]);
  return read.form;
}

const ready = [...readyForms, { key: "nomination-5", form: nominationForm(5) }];

describe("ready-made forms", () => {
  it.each(ready)("$key is a form of the engine, and comes back the same", async ({ form }) => {
    expect(parseForm(JSON.parse(JSON.stringify(form)))).toEqual(form);
    const sheets = exportXlsForm(form, settings);
    expect(formIn(sheets)).toEqual(form);
    expect(formIn(await readSheets(await writeForm(sheets), "mau.xlsx"))).toEqual(form);
  });
});

describe("any form", () => {
  it("comes back the same", () => {
    fc.assert(
      fc.property(anyForm, (form) => {
        const back = formIn(exportXlsForm(form, settings));
        expect(back).toEqual(form);
        expect(changesBetween(form, back)).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  it("comes back the same through a file of Excel", async () => {
    await fc.assert(
      fc.asyncProperty(anyForm, async (form) => {
        const bytes = await writeForm(exportXlsForm(form, settings));
        expect(formIn(await readSheets(bytes, "mau.xlsx"))).toEqual(form);
      }),
      { numRuns: 15 },
    );
  });
});
