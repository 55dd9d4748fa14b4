/**
 * tesseract with the Vietnamese letters, all from installed packages: nothing is downloaded and nothing written.
 */
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { createWorker, OEM, type Worker } from "tesseract.js";

/** A word as it stands in the picture; distances in pixels. */
export interface SeenWord {
  readonly text: string;
  /** 0 to 100. */
  readonly confidence: number;
  readonly left: number;
  readonly right: number;
  /** Where the letters stand. */
  readonly base: number;
  /** Height of the row: from the marks above to the tails below. */
  readonly row: number;
}

export interface Recogniser {
  /** Reads an encoded picture (.png). */
  read(picture: Uint8Array, dpi: number): Promise<SeenWord[]>;
  stop(): Promise<void>;
}

/** Starts the recogniser: about half a second, then it reads any number of pages. */
export async function startRecogniser(): Promise<Recogniser> {
  const data = dirname(createRequire(import.meta.url).resolve("@tesseract.js-data/vie/package.json"));
  const worker: Worker = await createWorker("vie", OEM.LSTM_ONLY, {
    langPath: join(data, "4.0.0_best_int"),
    cacheMethod: "none",
    gzip: true,
  });
  return {
    read: async (picture, dpi) => {
      await worker.setParameters({ user_defined_dpi: String(dpi) });
      const { data } = await worker.recognize(Buffer.from(picture), {}, { text: false, blocks: true });
      const lines = (data.blocks ?? []).flatMap((block) => block.paragraphs.flatMap(({ lines }) => lines));
      return lines.flatMap((line) =>
        line.words.map(({ text, confidence, bbox }) => {
          const { x0, y0, x1, y1 } = line.baseline;
          const middle = (bbox.x0 + bbox.x1) / 2;
          const base = x1 === x0 ? y0 : y0 + ((middle - x0) * (y1 - y0)) / (x1 - x0);
          const row = line.rowAttributes.rowHeight;
          return { text: text.normalize("NFC"), confidence, left: bbox.x0, right: bbox.x1, base, row };
        }),
      );
    },
    stop: async () => {
      await worker.terminate();
    },
  };
}
