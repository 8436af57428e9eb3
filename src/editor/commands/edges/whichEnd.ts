/** Which field takes a value, and which value a field reads: found by what is searched for, the best match first. */
import { parsePath } from "../../../pipeline/definition/path";
import { parseSource } from "../../../pipeline/wiring/sourceText";
import { findTargets, listTargets, type TargetChoice } from "../../../pipeline/wiring/targets";
import type { WireSource, WireTarget } from "../../../pipeline/wiring/wire";
import type { EditorState } from "../../session/editorState";
import { type Choice, type Choices, choicesOf, type Question } from "../../session/question";
import type { Wire } from "./askWire";
import { sourceChoices } from "./sourceChoices";

/** `among`: the fields of one step, those that refuse it too; null: of all steps those that take it. */
export function whichField(
  { document, models }: EditorState,
  source: WireSource,
  among: string | null,
): Question<Wire> {
  return {
    title: among === null ? "Field of any step" : `Field of ${among}`,
    choices:
      among === null
        ? fieldsOfAny((query) => findTargets(document, models, source, query))
        : choicesOf(
            listTargets(document, models, source, among).map((target) => fieldChoice(among, target, target.label)),
          ),
    none: "No field takes this value.",
    answer: (id) => {
      const [step = "", ...path] = id.split(" ");
      return { source, target: { step, path: parsePath(path.join(" ")) ?? [] } };
    },
  };
}

const mostShown = 80;

function fieldsOfAny(find: (query: string) => ReturnType<typeof findTargets>): Choices {
  return (query) => {
    const found = find(query);
    const shown = found
      .slice(0, mostShown)
      .map((target) => fieldChoice(target.step, target, `${target.step} ${target.label}`));
    return { shown, more: found.length - shown.length };
  };
}

function fieldChoice(step: string, { printed, hint, match, verdict }: TargetChoice, label: string): Choice {
  return {
    id: `${step} ${printed}`,
    label,
    hint,
    path: printed.replace(/^Arguments\.?/, ""),
    note: match ?? (verdict.ok && verdict.conversion ? "as text" : null),
    refused: verdict.ok ? null : verdict.reason,
  };
}

/** `among`: the outputs of one step, those that do not fit too; null: everything that fits. */
export function whichSource(
  { document, models }: EditorState,
  target: WireTarget,
  among: string | null,
): Question<Wire> {
  return {
    title: among === null ? `What ${target.step} reads` : `Output of ${among}`,
    choices: sourceChoices({ document, models, target }, among === null ? {} : { among }),
    none: "Nothing fits this field yet.",
    answer: (id) => {
      const source = parseSource(id);
      if (source === null) throw new Error(`There is no value ${id}.`);
      return { source, target };
    },
  };
}
