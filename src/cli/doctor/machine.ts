/** The machine's part of the doctor: Node, time zone data, our own texts. */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { DateTime } from "luxon";
import { locales } from "../../config.ts";
import { textsOf, type Words } from "../../i18n.ts";
import { root } from "../../places.ts";
import type { Finding } from "./finding.ts";

/** As `engines` in package.json says. */
const OLDEST_NODE = "20.19";

export function checkNode(words: Words, version: string): Finding {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  const [oldestMajor = 0, oldestMinor = 0] = OLDEST_NODE.split(".").map(Number);
  const ok = major > oldestMajor || (major === oldestMajor && minor >= oldestMinor);
  return {
    ok,
    text: ok
      ? words.t("cli-doctor-node", { version })
      : words.t("cli-doctor-node-old", { version, wanted: OLDEST_NODE }),
  };
}

/** A Node without zone data takes every zone for UTC: tried on one whose offset is known. */
export function checkZone(words: Words, zone: string): Finding {
  const hanoi = DateTime.fromISO("2024-04-24T12:00", { zone: "Asia/Ho_Chi_Minh" });
  const ok = hanoi.offset === 7 * 60 && DateTime.now().setZone(zone).isValid;
  return {
    ok,
    text: ok
      ? words.t("cli-doctor-zone", { zone, now: words.moment(new Date()) })
      : words.t("cli-doctor-zone-wrong", { zone }),
  };
}

/** Every text there is must be there in each language. */
export function checkLocales(words: Words): Finding[] {
  const keys = locales.map((locale) => ({ locale, keys: new Set(keysOf(locale)) }));
  const all = new Set(keys.flatMap((one) => [...one.keys]));
  const missing = keys.flatMap((one) =>
    [...all].filter((key) => !one.keys.has(key)).map((key) => `${one.locale}/${key}`),
  );
  if (all.size > 0 && missing.length === 0) {
    const said = keys.map((one) => `${one.locale} (${one.keys.size})`).join(", ");
    return [{ ok: true, text: words.t("cli-doctor-locales", { locales: said }) }];
  }
  const shown = [...missing.slice(0, 5), ...(missing.length > 5 ? ["…"] : [])].join(", ");
  return [{ ok: false, text: words.t("cli-doctor-locales-wrong", { keys: shown || "locales/" }) }];
}

function keysOf(locale: (typeof locales)[number]): string[] {
  return readdirSync(join(root, "locales", locale))
    .filter((name) => name.endsWith(".ftl"))
    .flatMap((name) => Object.keys(textsOf(locale, name.replace(/\.ftl$/, ""))));
}
