/** Reads what /metrics says as a Prometheus server would: strict, and told where it is not understood. */

export interface Family {
  type: string;
  help: string;
  samples: { name: string; labels: Record<string, string>; value: number }[];
}

const NAME = "[a-zA-Z_:][a-zA-Z0-9_:]*";
const SAMPLE = new RegExp(`^(${NAME})(?:\\{(.*)\\})? (-?[0-9.eE+-]+|NaN|[+-]Inf)$`);
const LABEL = /([a-zA-Z_][a-zA-Z0-9_]*)="((?:[^"\\\n]|\\["\\n])*)"(?:,|$)/y;

/** Throws with the line that breaks the text format (version 0.0.4). */
export function readMetrics(text: string): Map<string, Family> {
  if (!text.endsWith("\n")) throw new Error("the last line does not end");
  const families = new Map<string, Family>();
  const of = (name: string) => {
    const family = families.get(name) ?? { type: "", help: "", samples: [] };
    families.set(name, family);
    return family;
  };
  for (const line of text.split("\n")) {
    if (line === "") continue;
    const [, what, name = "", rest = ""] = new RegExp(`^# (HELP|TYPE) (${NAME}) (.+)$`).exec(line) ?? [];
    if (what) {
      const family = of(name);
      const part = what === "HELP" ? "help" : "type";
      if (family[part] !== "" || family.samples.length > 0) throw new Error(`too late or twice: ${line}`);
      family[part] = rest;
      continue;
    }
    const [, sample, labels = "", value] = SAMPLE.exec(line) ?? [];
    if (sample === undefined) throw new Error(`not understood: ${line}`);
    const family = families.get(sample) ?? families.get(sample.replace(/_(bucket|sum|count)$/, ""));
    if (!family || family.type === "") throw new Error(`of no type: ${line}`);
    family.samples.push({ name: sample, labels: readLabels(labels, line), value: Number(value) });
  }
  return families;
}

function readLabels(text: string, line: string): Record<string, string> {
  const labels: Record<string, string> = {};
  LABEL.lastIndex = 0;
  while (LABEL.lastIndex < text.length) {
    const found = LABEL.exec(text);
    if (!found) throw new Error(`labels not understood: ${line}`);
    labels[found[1] ?? ""] = found[2] ?? "";
  }
  return labels;
}
