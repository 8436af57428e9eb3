import type { FieldChange } from "../../pipeline/compare/changes";
import { verbsOf, whenceInWords } from "../../pipeline/compare/words";
import { most } from "../mermaid";
import { code, escaped, table } from "../report/syntax";
import type { ComparedProblem, Comparison } from "./comparison";
import { comparisonAsMermaid } from "./mermaid";
import { comparisonInWords } from "./words";

/** GitHub takes comments of up to 65,536 characters: so many may each part have, the picture and the table apart. */
const room = { meaning: 8_000, picture: 15_000, changes: 20_000, problems: 8_000 };
const longestValue = 200;

/** For a review: what it means, the picture, the table, the problems. Whatever the definitions say, it stays in its place. */
export function comparisonAsMarkdown(comparison: Comparison): string {
  const { meaning, problems } = comparison;
  const secure = meaning.filter(({ security }) => security);
  const other = meaning.filter(({ security }) => !security);
  const parts = [
    `**${escaped(comparisonInWords(comparison))}.**`,
    list(
      "Security",
      secure.map(({ sentence }) => escaped(sentence)),
      room.meaning,
    ),
    list(
      "What it means",
      other.map(({ sentence }) => escaped(sentence)),
      room.meaning,
    ),
    picture(comparison),
    changesTable(comparison),
    list("New problems", problems.new.map(problemLine), room.problems),
    list("Problems that are gone", problems.gone.map(problemLine), room.problems),
  ];
  return `${parts.filter((part) => part !== "").join("\n\n")}\n`;
}

function picture(comparison: Comparison): string {
  const { steps } = comparison.changes;
  if (steps.length === 0 && comparison.edges.added.length + comparison.edges.removed.length === 0) return "";
  const chart = comparisonAsMermaid(comparison);
  const edges = chart.match(/^ {2}s\d+ -/gm)?.length ?? 0;
  if (chart.length > room.picture || edges > most.edges)
    return "The picture is left out: it has too many steps for a comment.";
  return `\`\`\`mermaid\n${chart}\`\`\`\n\nGreen, +: new. Red, −: gone. Amber, ~: changed.`;
}

function changesTable({ changes, edges }: Comparison): string {
  const { steps, parameters, definition, order } = changes;
  const row = (cells: readonly string[]) => cells;
  const fieldRows = (name: string, fields: readonly FieldChange[]) =>
    fields.map(({ path, before, after }) => row([name, code(path), value(before), value(after)]));
  const rows = [
    ...[...steps, ...parameters.map((parameter) => ({ ...parameter, renamedFrom: null, moved: null }))].flatMap(
      (item) => {
        const name = code(item.name);
        const said = verbsOf(item).filter((verb) => verb !== "changed");
        const whence = whenceInWords(item);
        const fate = `**${said.join(" and ")}**${whence === "" ? "" : `: ${escaped(whence)}`}`;
        return [...(said.length === 0 ? [] : [row([name, fate, "", ""])]), ...fieldRows(name, item.fields)];
      },
    ),
    ...edges.added.map(({ from, to }) => row([`${code(from)} → ${code(to)}`, "**edge added**", "", ""])),
    ...edges.removed.map(({ from, to }) => row([`${code(from)} → ${code(to)}`, "**edge removed**", "", ""])),
    ...fieldRows("the definition", definition),
    ...(order === null ? [] : fieldRows("the definition", [{ path: "Steps", ...order, sensitive: false }])),
  ];
  if (rows.length === 0) return "";
  const { kept, left } = within(rows, room.changes, (cells) => cells.join(" | "));
  const more = left === 0 ? "" : `\n\nAnd ${left} more.`;
  return `<details>\n<summary>All changes</summary>\n\n${table(["What", "Change", "Before", "After"], kept)}${more}\n\n</details>`;
}

function value(json: string | null): string {
  if (json === null) return "";
  return code(json.length <= longestValue ? json : `${json.slice(0, longestValue)}…`);
}

function problemLine({ severity, step, path, message }: ComparedProblem): string {
  const place = [step, path].filter((part) => part !== null && part !== "").map((part) => code(part ?? ""));
  return `**${severity}**${place.length === 0 ? "" : ` ${place.join(" ")}`}: ${escaped(message)}`;
}

function list(title: string, lines: readonly string[], room: number): string {
  if (lines.length === 0) return "";
  const { kept, left } = within(lines, room, (line) => line);
  const more = left === 0 ? [] : [`and ${left} more`];
  return `**${title}**\n\n${[...kept, ...more].map((line) => `- ${line}`).join("\n")}`;
}

/** As many of the first as fit. */
function within<Item>(items: readonly Item[], room: number, text: (item: Item) => string) {
  let used = 0;
  const kept = items.filter((item) => {
    used += text(item).length + 8;
    return used <= room;
  });
  return { kept, left: items.length - kept.length };
}
