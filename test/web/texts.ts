/**
 * The page's texts as the server sends them: formatted without variables, which Fluent then leaves in as `{$name}`.
 */
import { readFileSync } from "node:fs";
import { FluentBundle, FluentResource } from "@fluent/bundle";

export function sandboxTexts(locale: "vi" | "en"): Record<string, string> {
  const source = readFileSync(new URL(`../../locales/${locale}/sandbox.ftl`, import.meta.url), "utf8");
  const bundle = new FluentBundle(locale, { useIsolating: false });
  const mistakes = bundle.addResource(new FluentResource(source));
  if (mistakes.length > 0) throw new Error(`sandbox.ftl (${locale}): ${mistakes.join("; ")}`);
  const texts: Record<string, string> = {};
  for (const key of source.matchAll(/^(sandbox-[a-z0-9-]+) =/gm)) {
    const pattern = bundle.getMessage(key[1] ?? "")?.value;
    if (pattern) texts[key[1] ?? ""] = bundle.formatPattern(pattern, {}, []);
  }
  return texts;
}
