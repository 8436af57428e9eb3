import { portsOf } from "../../../pipeline/card/ports";
import { printPath } from "../../../pipeline/definition/path";
import { pinPort } from "../../../pipeline/edits/pins";
import { stepsByKey } from "../../../pipeline/graph/stepTree";
import { scalarFields } from "../../../pipeline/schema/scalarFields";
import { stepTypeOf } from "../../../pipeline/steps";
import { outputsOf } from "../../../pipeline/steps/outputs";
import { fieldName } from "../../../pipeline/wiring";
import type { CanvasKit } from "../kit";
import { awsPath, close } from "./closeOverlay";
import type { Option } from "./ListPicker";

/** The fields and outputs of a step that could be ports. */
export function moreOptions(kit: CanvasKit, key: string): Option[] {
  const { editor } = kit;
  const { document, models } = editor.store.getState();
  const entry = stepsByKey(document.definition).get(key);
  if (entry === undefined) return [];
  const type = stepTypeOf(entry.type);
  const shown = portsOf(document, models, key);
  const inputs = new Set(shown.inputs.map(({ printed }) => printed));
  const outputs = new Set(shown.outputs.map(({ output }) => output));
  const show = (side: "inputs" | "outputs", path: string, name: string) => () => {
    close(kit);
    editor.edit(`Show ${name} of ${key}`, pinPort(key, side, path, true));
    if (side === "inputs") editor.reveal(key, path);
  };
  const fields = scalarFields(models.get(entry.type), type, entry.step)
    .filter((field) => !field.isNew && !field.literalOnly && !inputs.has(printPath(field.path)))
    .map((field): Option => {
      const { label, hint } = fieldName(entry.step, field.path);
      const printed = printPath(field.path);
      const note = field.needed ? "required" : field.present ? "set" : null;
      return { id: printed, label, hint, note, path: awsPath(printed), pick: show("inputs", printed, label) };
    })
    .sort((left, right) => rankOf(left) - rankOf(right));
  const offered = outputsOf(entry.step, models.get(entry.type), type, models)
    .filter(({ path }) => !outputs.has(path))
    .map((output): Option => {
      const { label, path } = output;
      return {
        id: `output ${path}`,
        label,
        hint: output.detail,
        note: "output",
        path,
        pick: show("outputs", path, label),
      };
    });
  return [...fields, ...offered];
}

/** Required fields first, then what is set. */
function rankOf({ note }: Option): number {
  return note === "required" ? 0 : note === "set" ? 1 : 2;
}
