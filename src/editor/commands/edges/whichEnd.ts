/** Which field takes a value, and which value a field reads: found by what is searched for, the best match first. */
import { deriveGraph } from "../../../pipeline/graph/deriveGraph";
import { topologicalOrder } from "../../../pipeline/graph/order";
import { listSources } from "../../../pipeline/wiring/sources";
import { listTargets } from "../../../pipeline/wiring/targets";
import type { WireSource, WireTarget } from "../../../pipeline/wiring/wire";
import type { EditorState } from "../../session/editorState";
import { type Choice, choicesOf, type Question } from "../../session/question";
import type { Wire } from "./askWire";

/** `among`: the fields of one step, those that refuse it too; null: of all steps those that take it. */
export function whichField(
  { document, models }: EditorState,
  source: WireSource,
  among: string | null,
): Question<Wire> {
  const graph = deriveGraph(document.definition);
  const best: (Choice & { readonly target: WireTarget })[] = [];
  const rest: typeof best = [];
  for (const step of among === null ? topologicalOrder(graph) : [among]) {
    for (const { path, printed, label, hint, match, verdict } of listTargets(document, models, source, step)) {
      if (among === null && !verdict.ok) continue;
      (match !== null ? best : rest).push({
        id: `${step} ${printed}`,
        label: among === null ? `${step} ${label}` : label,
        hint,
        path: printed.replace(/^Arguments\.?/, ""),
        note: match ?? (verdict.ok && verdict.conversion ? "as text" : null),
        refused: verdict.ok ? null : verdict.reason,
        target: { step, path },
      });
    }
  }
  const all = [...best, ...rest];
  return {
    title: among === null ? "Field of any step" : `Field of ${among}`,
    choices: choicesOf(all),
    none: "No field takes this value.",
    answer: (id) => {
      const found = all.find((choice) => choice.id === id);
      if (found === undefined) throw new Error(`There is no field ${id}.`);
      return { source, target: found.target };
    },
  };
}

/** `among`: the outputs of one step, those that do not fit too; null: everything that fits. */
export function whichSource(
  { document, models }: EditorState,
  target: WireTarget,
  among: string | null,
): Question<Wire> {
  const all = listSources(document, models, target)
    .filter(({ source, verdict }) => {
      if (among === null) return verdict.ok;
      return (source.kind === "output" || source.kind === "currentItem") && source.step === among;
    })
    .map(({ source, label, hint, kindLabel, match, verdict }) => ({
      id: JSON.stringify(source),
      label,
      hint: among === null ? hint : kindLabel,
      note: match,
      ...(source.kind === "output" ? { path: source.output } : {}),
      refused: verdict.ok ? null : verdict.reason,
      source,
    }));
  return {
    title: among === null ? `What ${target.step} reads` : `Output of ${among}`,
    choices: choicesOf(all),
    none: "Nothing fits this field yet.",
    answer: (id) => {
      const found = all.find((choice) => choice.id === id);
      if (found === undefined) throw new Error(`There is no value ${id}.`);
      return { source: found.source, target };
    },
  };
}
