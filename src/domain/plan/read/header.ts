/** The header of a document: kind, number, date, title, issuer, signer, recipients, basis. */
import { readBasis } from "./header/basis.ts";
import { readIssued } from "./header/issued.ts";
import { readIssuer } from "./header/issuer.ts";
import { readKindAndTitle } from "./header/kind.ts";
import { readNumber } from "./header/number.ts";
import { readRecipients } from "./header/recipients.ts";
import { readSigner } from "./header/signer.ts";
import type { PlanReading } from "./reading.ts";
import type { Page } from "./scan.ts";
import type { Block } from "./sections.ts";

/** All of a reading but its milestones and its mark. */
export type Header = Omit<PlanReading, "milestones" | "classified">;

const symbols: Record<string, string> = {
  KH: "KẾ HOẠCH",
  HD: "HƯỚNG DẪN",
  TB: "THÔNG BÁO",
  CT: "CHỈ THỊ",
  NQ: "NGHỊ QUYẾT",
  QĐ: "QUYẾT ĐỊNH",
  QC: "QUY CHẾ",
  KL: "KẾT LUẬN",
  CTr: "CHƯƠNG TRÌNH",
  BC: "BÁO CÁO",
  TTr: "TỜ TRÌNH",
  CV: "CÔNG VĂN",
  CĐ: "CÔNG ĐIỆN",
  GM: "GIẤY MỜI",
};

/** Where a converter lost the line "KẾ HOẠCH", the symbol "130/KH-UBND" still says it. */
function kindOfSymbol(number: string | null): string | null {
  const symbol = /^\d+[a-z]?[-/](?:\d{4}[-/])?(\p{L}{2,3})(?=[-/])/u.exec(number ?? "")?.[1];
  return symbols[symbol ?? ""] ?? null;
}

/** Reads the header of a page cut into blocks. `bodyStart`: where letterhead and title end; 0 where there is none. */
export function readHeader(page: Page, blocks: readonly Block[]): { header: Header; bodyStart: number } {
  const { kind, title, kindAt, titleEnd, number: kindNumber } = readKindAndTitle(page, blocks);
  const number = readNumber(page) ?? kindNumber;
  const header = {
    kind: kind ?? kindOfSymbol(number),
    number,
    issued: readIssued(page, titleEnd),
    title,
    issuer: readIssuer(page, kindAt, titleEnd),
    signer: readSigner(page),
    recipients: readRecipients(page),
    basis: readBasis(page, blocks, titleEnd),
  };
  return { header, bodyStart: titleEnd };
}
