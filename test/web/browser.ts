/** Chromium for the tests that need a real browser, or the reason why there is none. */
import { execFileSync } from "node:child_process";
import { type Browser, chromium, type Page } from "playwright-core";

function find(): string | null {
  for (const name of ["chromium", "chromium-browser", "google-chrome"]) {
    try {
      return execFileSync("which", [name], { stdio: ["ignore", "pipe", "ignore"] })
        .toString()
        .trim();
    } catch {
      // Look for the next.
    }
  }
  return null;
}

export const chromiumPath = find();

export async function launch(): Promise<Browser> {
  if (chromiumPath === null) throw new Error("chromium is not on the PATH");
  return chromium.launch({
    executablePath: chromiumPath,
    args: [
      "--headless",
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
}

/** What the page complained of: scripts that failed, rules of the policy that were broken. */
export function complaints(page: Page): string[] {
  const heard: string[] = [];
  page.on("pageerror", (error) => heard.push(String(error)));
  page.on("console", (message) => {
    // A refused request is part of some tests; the page says so itself.
    if (message.type() === "error" && !message.text().startsWith("Failed to load resource"))
      heard.push(message.text());
  });
  return heard;
}
