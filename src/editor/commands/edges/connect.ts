import { printPath } from "../../../pipeline/definition/path";
import { connect as connectRecipe } from "../../../pipeline/edits/connect";
import { stepsByKey } from "../../../pipeline/graph/stepTree";
import { fieldName } from "../../../pipeline/wiring/fieldName";
import { judgeWire } from "../../../pipeline/wiring/judge";
import { sourceLabel } from "../../../pipeline/wiring/kinds";
import type { WireSource, WireTarget } from "../../../pipeline/wiring/wire";
import type { EditorState } from "../../session/editorState";
import { loadPart } from "../../session/loadPart";
import type { Workspace } from "../../workspace";
import type { Command } from "../command";
import { edit } from "../editing";
import type { Outcome, Settled } from "../outcome";
import { type Fitting, type Wire, whatIsUnsaid } from "./askWire";

/** A value and the field that reads it; or one of the two, and where the other one is looked for: a step, or (null) everywhere. */
export type ConnectArgs =
  | Wire
  | { readonly source: WireSource; readonly among: string | null; readonly jsonPath?: string }
  | { readonly target: WireTarget; readonly among: string | null };

/** Lets a field read a value: writes the reference. Asks what the wire does not say, and says what was replaced. */
export const connect: Command<ConnectArgs> = {
  id: "edges.connect",
  group: "Edges",
  palette: false,
  edits: true,
  label: (state, args) => {
    if (!("target" in args)) return `Connect ${inWords(args.source)} to a field`;
    if (!("source" in args)) return `Connect a value to ${fieldInWords(state, args.target)}`;
    return `Connect ${inWords(args.source)} to ${fieldInWords(state, args.target)}`;
  },
  run: (workspace, args) => {
    const state = workspace.editor.store.getState();
    if (!("target" in args && "source" in args)) return askEnd(state, args);
    const verdict = judgeWire(state.document, state.models, args.source, args.target);
    if (!verdict.ok) return { refused: verdict.reason, cycle: verdict.cycle };
    const ask = whatIsUnsaid(state, args, verdict);
    return ask === null ? write(workspace, args, verdict) : { ask };
  },
};

function write(workspace: Workspace, wire: Wire, { conversion, replaces }: Fitting): Settled {
  const state = workspace.editor.store.getState();
  const { source, target, jsonPath } = wire;
  const [value, field] = [inWords(source), fieldOf(state, target)];
  const converted = conversion ? " It becomes text on the way." : "";
  return edit(workspace, connect.label(state, wire), connectRecipe(source, target, state.models, jsonPath), () => {
    const done = `${value} connected to ${target.step} ${field}.${converted}`;
    if (replaces === null) return { done };
    return { done, offer: "undo", shown: `${field} of ${target.step} was ${replaces}; it now reads ${value}.` };
  });
}

/** What is listed, and how it is matched, loads with the first question. */
async function askEnd(state: EditorState, args: Exclude<ConnectArgs, Wire>): Promise<Outcome<ConnectArgs>> {
  const { whichField, whichSource } = await loadPart(() => import("./whichEnd"));
  if ("source" in args) {
    const question = whichField(state, args.source, args.among);
    const { jsonPath } = args;
    if (jsonPath === undefined) return { ask: question };
    return { ask: { ...question, answer: (id) => ({ ...question.answer(id), jsonPath }) } };
  }
  return { ask: whichSource(state, args.target, args.among) };
}

/** "Preprocess train_path", "Bucket". */
function inWords(source: WireSource): string {
  return source.kind === "output" ? `${source.step} ${sourceLabel(source)}` : sourceLabel(source);
}

function fieldOf({ document }: EditorState, { step, path }: WireTarget): string {
  const entry = stepsByKey(document.definition).get(step);
  return entry === undefined ? printPath(path) : fieldName(entry.step, path).label;
}

/** "Train S3Uri" */
function fieldInWords(state: EditorState, target: WireTarget): string {
  return `${target.step} ${fieldOf(state, target)}`;
}
