import { addDependsOn, setTrigger as setTriggerRecipe } from "../../../pipeline/edits/dependsOn";
import type { Trigger } from "../../../pipeline/graph/analyseStep";
import { deriveGraph } from "../../../pipeline/graph/deriveGraph";
import { topologicalOrder } from "../../../pipeline/graph/order";
import { stepTypeOf } from "../../../pipeline/steps";
import { judgeOrder } from "../../../pipeline/wiring/judge";
import type { EdgeEnds, EditorState } from "../../session/editorState";
import { type Choice, choicesOf, type Question } from "../../session/question";
import { selectedStep } from "../../session/selectors";
import type { Command } from "../command";
import { edit, editing } from "../editing";

/** `from` comes first; what is left out is asked for. Without either the selected step waits. */
type OrderArgs =
  | { readonly from: string; readonly to?: string }
  | { readonly from?: string; readonly to: string }
  | undefined;

/** Makes a step wait for another, of which it reads nothing. */
export const waitFor: Command<OrderArgs> = {
  id: "edges.wait",
  group: "Edges",
  palette: true,
  edits: true,
  label: (state, args) => {
    const { from, to } = endsOf(state, args);
    if (from !== undefined && to !== undefined) return `Run ${to} after ${from}`;
    return from === undefined ? "Wait for…" : "Run a step after this…";
  },
  when: (state, args) => {
    const { from, to } = endsOf(state, args);
    return from !== undefined || to !== undefined || "Select the step that is to wait.";
  },
  run: (workspace, args) => {
    const state = workspace.editor.store.getState();
    const { from, to } = endsOf(state, args);
    if (from === undefined || to === undefined) return { ask: whichStep(state, { from, to }) };
    if (from === to) return { done: "" };
    const verdict = judgeOrder(state.document, from, to);
    if (!verdict.ok) return { refused: verdict.reason, cycle: verdict.cycle };
    const label = waitFor.label(state, { from, to });
    return edit(workspace, label, addDependsOn(to, from), () => ({ done: `${to} waits for ${from}.` }));
  },
};

function endsOf(state: EditorState, args: OrderArgs): { readonly from?: string; readonly to?: string } {
  if (args !== undefined) return args;
  const selected = selectedStep(state);
  return selected === null ? {} : { to: selected };
}

/** The steps that the other end could be, those that cannot be last. */
function whichStep(
  { document }: EditorState,
  known: { from?: string | undefined; to?: string | undefined },
): Question<OrderArgs> {
  const graph = deriveGraph(document.definition);
  const { from, to } = known;
  const all = topologicalOrder(graph).flatMap((key): Choice[] => {
    if (key === (from ?? to)) return [];
    const verdict = from === undefined ? judgeOrder(document, key, to ?? "") : judgeOrder(document, from, key);
    const type = graph.byKey.get(key)?.type ?? "";
    const refused = verdict.ok ? null : verdict.reason;
    return [{ id: key, label: key, hint: stepTypeOf(type).label, icon: type, refused }];
  });
  return {
    title: from === undefined ? "Wait for which step?" : "Which step waits?",
    choices: choicesOf([...all.filter(({ refused }) => !refused), ...all.filter(({ refused }) => refused)]),
    none: "There is no other step.",
    answer: (key) => (from === undefined ? { from: key, to: to ?? "" } : { from, to: key }),
  };
}

interface TriggerChoice {
  readonly trigger: Trigger;
  readonly label: string;
  /** When the second step runs, of the first. */
  readonly said: (from: string) => string;
}

/** On which outcome of a step another one runs. */
export const triggers: readonly TriggerChoice[] = [
  { trigger: "Completed", label: "On success", said: (from) => `when ${from} succeeded` },
  { trigger: "Failed", label: "On failure", said: (from) => `when ${from} failed` },
  { trigger: "Stopped", label: "On stop", said: (from) => `when ${from} was stopped` },
  { trigger: "Any", label: "Always", said: (from) => `however ${from} ends` },
];

interface TriggerArgs extends EdgeEnds {
  readonly trigger: Trigger;
}

/** Sets on which outcome of the step that it waits for a step runs. */
export const setTrigger = editing<TriggerArgs>({
  id: "edges.setTrigger",
  group: "Edges",
  palette: false,
  label: (_, args) => `Run ${whenInWords(args)}`,
  recipe: (_, { from, to, trigger }) => setTriggerRecipe(to, from, trigger),
  done: (_, args) => `${args.to} runs ${whenInWords(args).slice(args.to.length + 1)}.`,
});

/** "Notify when Train failed" */
function whenInWords({ from, to, trigger }: TriggerArgs): string {
  return `${to} ${triggers.find((choice) => choice.trigger === trigger)?.said(from) ?? `after ${from}`}`;
}
