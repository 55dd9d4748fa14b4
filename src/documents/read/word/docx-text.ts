import type { DocxNode } from "./docx-node.ts";
import { sayDocxTable } from "./docx-table.ts";

/** The lines of a run of blocks: one a paragraph (more where it has line breaks), one a row of a table. */
export function sayBlocks(nodes: readonly DocxNode[]): string[] {
  return nodes.flatMap((node) => {
    if (node.type === "paragraph") return sayParagraph(node);
    if (node.type === "table") return ["", ...sayDocxTable(node, sayBlocks), ""];
    return sayBlocks(node.children ?? []);
  });
}

function sayParagraph(node: DocxNode): string[] {
  return sayInline(node, false).split("\n").map(tidyTabs);
}

/** One tab between two parts of a line; tabs that only indent go. */
function tidyTabs(line: string): string {
  const parts = line.split("\t").map((part) => part.trim());
  return parts.filter((part) => part !== "").join("\t");
}

/** Capitals by formatting are capitals to the reader: a mark typed "mật" and shown "MẬT" is a mark. */
function sayInline(node: DocxNode, capitals: boolean): string {
  switch (node.type) {
    case "text":
      return capitals ? (node.value ?? "").toLocaleUpperCase("vi") : (node.value ?? "");
    case "tab":
      return "\t";
    case "break":
      return "\n";
    case "checkbox":
      return node.checked ? "☑" : "☐";
    default:
      return (node.children ?? [])
        .map((child) => sayInline(child, capitals || node.isAllCaps === true))
        .join("");
  }
}
