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

/** Reads the header of a page cut into blocks. */
export function readHeader(page: Page, blocks: readonly Block[]): Header {
  const { kind, title, titleEnd, number: kindNumber } = readKindAndTitle(page, blocks);
  const number = readNumber(page) ?? kindNumber;
  return {
    kind,
    number,
    issued: readIssued(page, titleEnd),
    title,
    issuer: readIssuer(page, titleEnd),
    signer: readSigner(page),
    recipients: readRecipients(page),
    basis: readBasis(page, blocks, titleEnd),
  };
}
