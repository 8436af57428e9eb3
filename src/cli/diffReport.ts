import type { ComparedProblem, Comparison } from "../export/comparison/comparison";
import { comparisonInWords } from "../export/comparison/words";
import type { FieldChange, ItemChange, StepChange } from "../pipeline/compare/changes";
import type { EdgeEnds } from "../pipeline/compare/compareEdges";
import { shown } from "../pipeline/compare/shown";
import { verbsOf, whenceInWords } from "../pipeline/compare/words";
import { plainText } from "../pipeline/definition/plainText";
import { type Colour, paint, type Terminal } from "./terminal";

const signs: Readonly<Record<ItemChange["change"], readonly [sign: string, colour: Colour]>> = {
  added: ["+", "green"],
  removed: ["-", "red"],
  changed: ["~", "yellow"],
};

/** A comparison as a person reads it in a terminal. */
export function diffReport(comparison: Comparison, terminal: Terminal): string {
  const { changes, edges, problems, meaning } = comparison;
  const order = changes.order === null ? [] : [{ path: "Steps", ...changes.order, sensitive: false }];
  const parts = [
    [`${comparisonInWords(comparison)}.`],
    section(
      "What it means",
      meaning.map(({ security, sentence }) =>
        paint(terminal, security ? "red" : "dim", `  ${security ? "!" : "·"} `).concat(plainText(sentence)),
      ),
    ),
    section(
      "Steps",
      changes.steps.flatMap((step) => itemLines(step, terminal)),
    ),
    section("Edges", [
      ...edges.added.map((edge) => edgeLine(edge, "added", terminal)),
      ...edges.removed.map((edge) => edgeLine(edge, "removed", terminal)),
    ]),
    section(
      "Parameters",
      changes.parameters.flatMap((parameter) => itemLines(parameter, terminal)),
    ),
    section("The rest of the definition", [...changes.definition, ...order].map(fieldLine)),
    section("New problems", problems.new.map(problemLine)),
    section("Problems that are gone", problems.gone.map(problemLine)),
  ];
  function section(title: string, lines: readonly string[]): readonly string[] {
    return lines.length === 0 ? [] : ["", paint(terminal, "bold", title), ...lines];
  }
  return `${parts.flat().join("\n")}\n`;
}

export function itemLines(item: ItemChange | StepChange, terminal: Terminal): readonly string[] {
  const [sign, colour] = signs[item.change];
  const said = [item.type, verbsOf(item).join(" and "), whenceInWords(item)].filter((part) => part !== "").join(" · ");
  const title = `  ${paint(terminal, colour, sign)} ${plainText(item.name)}  ${paint(terminal, "dim", plainText(said))}`;
  return [title, ...item.fields.map((field) => `    ${fieldLine(field)}`)];
}

export function fieldLine({ path, before, after }: FieldChange): string {
  return `  ${plainText(path)}: ${before === null ? "not there" : shown(before)} → ${after === null ? "not there" : shown(after)}`;
}

function edgeLine({ from, to }: EdgeEnds, change: "added" | "removed", terminal: Terminal): string {
  const [sign, colour] = signs[change];
  return `  ${paint(terminal, colour, sign)} ${plainText(from)} → ${plainText(to)}`;
}

function problemLine({ severity, step, message, code }: ComparedProblem): string {
  return `  ${severity.padEnd(7)}  ${step === null ? "" : `${plainText(step)}: `}${plainText(message)}  ${code}`;
}
