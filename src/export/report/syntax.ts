import { plainText } from "../../pipeline/definition/plainText";

/** A text that means nothing but itself. CommonMark takes a backslash before any mark of ASCII; GitHub reads `@name` and `#1` as well. */
export function escaped(text: string): string {
  return plainText(text)
    .replace(/(?!(?<=[A-Za-z0-9])_(?=[A-Za-z0-9]))[\\`*_[\]<>|&~$@#!{}]/g, "\\$&")
    .replace(/^(\s*)([-+]|\d+[.)])(?=\s|$)/, "$1\u200b$2")
    .trim();
}

/** A text as code, also one with backticks in it; in a table a bar would end the cell. */
export function code(text: string): string {
  const plain = plainText(text).replaceAll("|", "\\|");
  const longest = Math.max(0, ...[...plain.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const ticks = "`".repeat(longest + 1);
  const room = /^`|`$|^ .* $|^$/.test(plain) ? " " : "";
  return `${ticks}${room}${plain}${room}${ticks}`;
}

export function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [line(heads), line(heads.map(() => "---")), ...rows.map(line)].join("\n");
}
