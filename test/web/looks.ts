/** What can be measured of how a page looks: contrast of its letters, room for a thumb, length of its lines. */
import type { Page } from "playwright-core";

/** WCAG 2, level AA: of letters, and of large ones (24 px, or bold from 18.66 px). */
const LEAST = { text: 4.5, large: 3 };

/**
 * Words that stand out too little from what lies under them: "#777 on #fff, 4.48: Dự học". Pictures under words count
 * as nothing. Whatever moves is brought to its end in the same breath as it is measured: waiting for it would let the
 * next one begin on a slow machine.
 */
export async function faint(page: Page): Promise<string[]> {
  return page.evaluate((least) => {
    for (const moving of document.getAnimations())
      if (moving.effect?.getComputedTiming().endTime === Number.POSITIVE_INFINITY) moving.cancel();
      else moving.finish();
    type Colour = [red: number, green: number, blue: number, opacity: number];
    const pen = Object.assign(document.createElement("canvas"), { width: 1, height: 1 }).getContext("2d", {
      willReadFrequently: true,
    }) as CanvasRenderingContext2D;
    const read = (css: string): Colour => {
      pen.clearRect(0, 0, 1, 1);
      pen.fillStyle = css;
      pen.fillRect(0, 0, 1, 1);
      const [red = 0, green = 0, blue = 0, opacity = 0] = pen.getImageData(0, 0, 1, 1).data;
      return [red, green, blue, opacity / 255];
    };
    const over = ([r, g, b, a]: Colour, [r2, g2, b2]: Colour): Colour => [
      r * a + r2 * (1 - a),
      g * a + g2 * (1 - a),
      b * a + b2 * (1 - a),
      1,
    ];
    const light = ([r, g, b]: Colour) => {
      const [x = 0, y = 0, z = 0] = [r, g, b].map((one) =>
        one / 255 <= 0.04045 ? one / 255 / 12.92 : ((one / 255 + 0.055) / 1.055) ** 2.4,
      );
      return 0.2126 * x + 0.7152 * y + 0.0722 * z;
    };
    const under = (element: Element): Colour => {
      const layers: Colour[] = [];
      for (let at: Element | null = element; at; at = at.parentElement) {
        const colour = read(getComputedStyle(at).backgroundColor);
        if (colour[3] > 0) layers.push(colour);
        if (colour[3] === 1) break;
      }
      return layers.reduceRight<Colour>((below, layer) => over(layer, below), [255, 255, 255, 1]);
    };
    const shown = (element: Element) =>
      element.getClientRects().length > 0 && element.checkVisibility({ visibilityProperty: true });
    const words = (element: Element): string => {
      if (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement)
        return ["radio", "checkbox", "hidden", "file"].includes(element.type) ? "" : element.value;
      return [...element.childNodes]
        .flatMap((node) => (node.nodeType === Node.TEXT_NODE ? (node.textContent ?? "") : []))
        .join("")
        .trim();
    };
    const found: string[] = [];
    for (const element of document.querySelectorAll("body, body *")) {
      const said = words(element);
      // A sign alone, such as an emoji, brings its own colours.
      if (!/[\p{L}\p{N}]/u.test(said) || !shown(element)) continue;
      const style = getComputedStyle(element);
      const below = under(element);
      let opacity = 1;
      for (let at: Element | null = element; at; at = at.parentElement)
        opacity *= Number(getComputedStyle(at).opacity);
      const [r, g, b, a] = read(style.color);
      const ink = over([r, g, b, a * opacity], below);
      const [high = 0, low = 0] = [light(ink), light(below)].sort((one, two) => two - one);
      const ratio = (high + 0.05) / (low + 0.05);
      const size = Number.parseFloat(style.fontSize);
      const large = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
      // What is switched off may be faint.
      const off = element.closest(":disabled, [aria-disabled=true]") !== null;
      if (!off && ratio < (large ? least.large : least.text))
        found.push(
          `${style.color} on rgb(${below.slice(0, 3).map(Math.round)}), ${ratio.toFixed(2)}: ${said.slice(0, 40)}`,
        );
    }
    return found;
  }, LEAST);
}

/** What can be tapped and is lower or narrower than 44 px: "label.option 40x300: Có". Links inside a sentence are left out. */
export async function tight(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const tapped = "button, a, summary, select, textarea, input:not([type=hidden]), label:has(input)";
    return [...document.querySelectorAll(tapped)].flatMap((element) => {
      const within = element.parentElement?.closest("label:has(input), a, button");
      const box = element.getBoundingClientRect();
      if (element.matches(".unseen") || within || box.width === 0) return [];
      if (element.matches("input") && element.closest("label")) return [];
      const line = element.matches("a") && getComputedStyle(element).display === "inline";
      if (line && element.closest("p")) return [];
      if (box.height >= 43.5 && box.width >= 43.5) return [];
      const said = element.textContent?.trim().slice(0, 30) ?? "";
      return [`${element.tagName.toLowerCase()} ${Math.round(box.height)}x${Math.round(box.width)}: ${said}`];
    });
  });
}

/** How many letters the longest line of running text has, about: its width by the width of its letters. */
export async function longestLine(page: Page): Promise<number> {
  return page.evaluate(() => {
    const pen = document.createElement("canvas").getContext("2d") as CanvasRenderingContext2D;
    const lines = [...document.querySelectorAll("main p, main dd, main legend, main label")].map(
      (element) => {
        const { font } = getComputedStyle(element);
        pen.font = font;
        const letter = pen.measureText("Đồng chí điền theo thứ tự nào cũng được").width / 39;
        return element.getBoundingClientRect().width / letter;
      },
    );
    return Math.round(Math.max(0, ...lines));
  });
}
