/** What is still to be said of a wire: which field or value it goes to, which iteration, which member of an item, which JSON path. */
import { get } from "../../../pipeline/definition/value";
import { stepsByKey } from "../../../pipeline/graph/stepTree";
import { splitProperty } from "../../../pipeline/references/propertyPath";
import { stepTypeOf } from "../../../pipeline/steps";
import { itemMembers } from "../../../pipeline/steps/itemMembers";
import { jsonLeaves } from "../../../pipeline/steps/runs/values/jsonLeaves";
import { readStepSample } from "../../../pipeline/steps/runs/values/stepSample";
import { iterationChoices, judgeWire, type Verdict } from "../../../pipeline/wiring/judge";
import { sourceLabel } from "../../../pipeline/wiring/kinds";
import type { WireSource, WireTarget } from "../../../pipeline/wiring/wire";
import type { Editor } from "../../session/createEditor";
import type { EditorState } from "../../session/editorState";
import { type Ask, choicesOf, type Question } from "../../session/question";

export interface Wire {
  readonly source: WireSource;
  readonly target: WireTarget;
  /** Which value of a property file. */
  readonly jsonPath?: string;
  /** True once it was asked which member of an item is read; "" is all of it. */
  readonly memberSaid?: true;
}

export type Fitting = Verdict & { readonly ok: true };

/** The next thing to ask of a wire that fits; null once all is said. */
export function whatIsUnsaid(state: EditorState, wire: Wire, { how }: Fitting): Question<Wire> | null {
  const { source, memberSaid, jsonPath } = wire;
  if (source.kind === "currentItem" && source.member === "" && memberSaid !== true) return whichMember(state, wire);
  if (how === "iteration") return whichIteration(state, wire);
  return how === "jsonGet" && jsonPath === undefined ? whichJsonPath(state, wire) : null;
}

function whichIteration({ document }: EditorState, wire: Wire): Question<Wire> {
  const found = iterationChoices(document, wire.source, wire.target);
  return {
    title: "Which iteration?",
    choices: choicesOf(
      found.map(({ label, source }) => ({
        id: label,
        label,
        ...(source.kind === "output" ? { path: source.output } : {}),
      })),
    ),
    none: "This output cannot be read from outside its loop.",
    answer: (id) => ({ ...wire, source: found.find(({ label }) => label === id)?.source ?? wire.source }),
  };
}

function whichMember({ document }: EditorState, wire: Wire): Question<Wire> {
  const { source } = wire;
  if (source.kind !== "currentItem") throw new Error("Only an item has members.");
  const loop = stepsByKey(document.definition).get(source.step);
  return {
    title: `Which part of the item of ${source.step}?`,
    text: {
      label: "Member of the item",
      placeholder: "the whole item",
      hint: "A member such as name or ['score']; nothing for the whole item.",
      suggestions: loop === undefined ? [] : itemMembers(loop.step, stepTypeOf(loop.type)),
      whyNot: (text) => (text === "" || splitProperty(text) !== null ? null : "This is no path."),
      button: (text) => (text === "" ? "Read the whole item" : `Read ${text}`),
    },
    answer: (member) => ({ ...wire, source: { ...source, member }, memberSaid: true }),
  };
}

/** As many as can be looked through. */
const mostPaths = 24;

/** The paths of the values in the file's sample. */
function pathsIn({ document }: EditorState, { source }: Wire): readonly string[] {
  if (source.kind !== "output") return [];
  const { propertyFiles } = readStepSample(document.samples.get(source.step));
  const sample = get(propertyFiles, sourceLabel(source));
  return sample === undefined ? [] : jsonLeaves(sample, mostPaths).map(({ path }) => path);
}

function whichJsonPath(state: EditorState, wire: Wire): Question<Wire> {
  return {
    title: `Which value of ${sourceLabel(wire.source)}?`,
    text: {
      label: "JSON path",
      placeholder: "metrics.mse.value",
      hint: "The file is read at run time; the path leads to one value in it.",
      suggestions: pathsIn(state, wire),
      whyNot: (text) => (text === "" ? "Say which value to read, e.g. metrics.mse.value." : null),
      button: () => "Read this value",
    },
    answer: (jsonPath) => ({ ...wire, jsonPath }),
  };
}

/** Asks all that is not said of a wire, one question after the other; then goes on. True where it is done. */
export function askAllOf(editor: Editor, wire: Wire, ask: Ask, then: (wire: Wire) => boolean): boolean {
  const state = editor.store.getState();
  const verdict = judgeWire(state.document, state.models, wire.source, wire.target);
  const question = verdict.ok ? whatIsUnsaid(state, wire, verdict) : null;
  if (question === null) return then(wire);
  ask({ ...question, answer: (value) => askAllOf(editor, question.answer(value), ask, then) });
  return false;
}
