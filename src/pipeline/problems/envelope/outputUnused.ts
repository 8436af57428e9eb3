import { get, isList } from "../../definition/value";
import { analysisOf, type StepEntry } from "../../graph/stepTree";
import { selectedStep } from "../../steps/iteration";
import type { Around } from "../around";
import { inWords } from "../fields/exclusiveFields";
import type { Rule } from "../problem";

export const outputUnused: Rule = {
  code: "output-unused",
  severity: "info",
  why: "An output that nobody reads does no harm. It may be left over, or be the one that another step should read instead of a typed-in value.",
  withKey: "OutputParameters",
  checkLinks(entry, around) {
    const declared = namesDeclared(entry);
    if (declared.length === 0) return [];
    const loop = loopAround(around, entry);
    const unused = declared.filter((output) => !isRead(around, entry, loop, `OutputParameters['${output}']`));
    if (unused.length === 0) return [];
    const message = `Nothing reads ${inWords(unused)} of ${entry.name}.`;
    return [{ step: entry.key, at: ["OutputParameters"], message }];
  },
};

const none: readonly string[] = [];

function namesDeclared({ step, stepType }: StepEntry): readonly string[] {
  const list = get(step, "OutputParameters");
  if (!isList(list) || list.length === 0 || stepType.outputsForm !== "declared") return none;
  const names: string[] = [];
  for (const item of list) {
    const name = get(item, "OutputName");
    if (typeof name === "string" && name !== "") names.push(name);
  }
  return names;
}

/** The declared outputs of a step that others read, of a step in a loop's body through the loop too. */
function isRead(around: Around, entry: StepEntry, loop: StepEntry | null, property: string): boolean {
  if (reads(around, entry.key, (output) => output.startsWith(property))) return true;
  if (loop === null) return false;
  const isSelected = selectedStep(loop.step) === entry.name;
  const inSelector = analysisOf(loop).references.some(
    ({ reference }) =>
      reference.kind === "iterationOutput" && reference.step === entry.name && reference.property === property,
  );
  const behind = `.${entry.name}.${property}`;
  return (
    inSelector ||
    reads(around, loop.key, (output) =>
      output.startsWith("Selected.") ? isSelected && output === `Selected.${property}` : output.endsWith(behind),
    )
  );
}

function reads(around: Around, key: string, isIt: (output: string) => boolean): boolean {
  for (const { reasons } of around.edgesOutOf(key)) {
    for (const reason of reasons) if (reason.kind === "data" && isIt(reason.output)) return true;
  }
  return false;
}

function loopAround(around: Around, { parent, slot }: StepEntry): StepEntry | null {
  const container = parent === null ? undefined : around.step(parent);
  const isLoop = container?.stepType.slots.some(({ key, edge }) => key === slot && edge === "each");
  return container !== undefined && isLoop === true ? container : null;
}
