import { plainText } from "../../pipeline/definition/plainText";
import type { Mapping } from "./mappings";
import { type Part, together } from "./parts";

/** JSON in a heredoc: a backslash is itself there, `$${` is the text `${`. */
export function templateHcl(parts: readonly Part[], hole: (mapping: Mapping) => string): string {
  return together(parts, withoutHoles, (mapping) => `\${${hole(mapping)}}`);
}

export function quotedHcl(text: string): string {
  return withoutHoles(JSON.stringify(plainText(text)));
}

/** What would begin a hole or a directive. Behind another of these marks nobody knows what `$${` means: JSON and HCL have escapes for that. */
function withoutHoles(text: string): string {
  // Begun where a row of marks begins alone: else a long row without a brace is gone through from each of them.
  return text.replace(/(?<!\$)\$+\{|(?<!%)%+\{/g, (row) => {
    const [mark = ""] = row;
    return row.length === 2 ? `${mark}${row}` : `${(mark === "$" ? "\\u0024" : "\\u0025").repeat(row.length - 1)}{`;
  });
}
