/** The relations of a part of an Office file: which other parts it shows, by their ids. */

import { attribute, cutTags, decodeXml } from "./xml.ts";
import type { Archive } from "./zip.ts";

export interface Relation {
  /** The last word of its type: `image`, `chart`, `diagramData`, `aFChunk`. */
  readonly type: string;
  /** The name of the part in the container, or an address outside. */
  readonly target: string;
  readonly isOutside: boolean;
}

export async function readRelations(archive: Archive, part: string): Promise<ReadonlyMap<string, Relation>> {
  const cut = part.lastIndexOf("/") + 1;
  const [folder, file] = [part.slice(0, cut), part.slice(cut)];
  const bytes = await archive.read(`${folder}_rels/${file}.rels`);
  const found = new Map<string, Relation>();
  if (!bytes) return found;
  const xml = decodeXml(bytes);
  for (const tag of cutTags(xml)) {
    if (tag.name !== "Relationship" || tag.kind === "close") continue;
    const target = attribute(xml, tag, "Target") ?? "";
    const isOutside = attribute(xml, tag, "TargetMode") === "External";
    found.set(attribute(xml, tag, "Id") ?? "", {
      type: (attribute(xml, tag, "Type") ?? "").split("/").at(-1) ?? "",
      target: isOutside ? target : resolve(folder, target),
      isOutside,
    });
  }
  return found;
}

/** "../media/a.png" seen from "word/": names of parts are never opened as files. */
function resolve(folder: string, target: string): string {
  if (target.startsWith("/")) return target.slice(1);
  const steps: string[] = [];
  for (const step of `${folder}${target}`.split("/")) {
    if (step === "..") steps.pop();
    else if (step !== "." && step !== "") steps.push(step);
  }
  return steps.join("/");
}
