/** The part of word-extractor that is used here; the package brings no types. */
declare module "word-extractor" {
  interface TextOptions {
    /** false keeps quotation marks and dashes as they were typed. */
    filterUnicode?: boolean;
    includeFooters?: boolean;
    includeBody?: boolean;
    includeHeadersAndFooters?: boolean;
  }

  interface ExtractedDocument {
    getBody(options?: TextOptions): string;
    getFootnotes(options?: TextOptions): string;
    getEndnotes(options?: TextOptions): string;
    getHeaders(options?: TextOptions): string;
    getFooters(options?: TextOptions): string;
    getTextboxes(options?: TextOptions): string;
  }

  export default class WordExtractor {
    extract(source: string | Buffer): Promise<ExtractedDocument>;
  }
}
