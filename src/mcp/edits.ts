/** The edits that an agent can name, each one of the editor's own commands. */
import { z } from "zod";
import { connect } from "../editor/commands/edges/connect";
import { disconnect } from "../editor/commands/edges/disconnect";
import { setTrigger, waitFor } from "../editor/commands/edges/order";
import { editStepJson, removeField, setField } from "../editor/commands/fields/fields";
import type { Outcome } from "../editor/commands/outcome";
import { declareOutput, removeOutput } from "../editor/commands/outputs/outputs";
import { addParameter, deleteParameter } from "../editor/commands/parameters/parameters";
import { addIntoSlot } from "../editor/commands/steps/addIntoSlot";
import { addStep } from "../editor/commands/steps/addStep";
import { deleteSteps } from "../editor/commands/steps/deleteSteps";
import { duplicate } from "../editor/commands/steps/duplicate";
import { moveIntoSlot } from "../editor/commands/steps/moveIntoSlot";
import { moveOut } from "../editor/commands/steps/moveOut";
import { renameStep } from "../editor/commands/steps/renameStep";
import type { EditorState } from "../editor/session/editorState";
import type { Workspace } from "../editor/workspace";
import { parseValue } from "../pipeline/definition/parse";
import { type Path, parsePath } from "../pipeline/definition/path";
import type { Value } from "../pipeline/definition/value";
import { nameForNewStep } from "../pipeline/edits/addStep";
import { isKnownStepType, stepTypeList } from "../pipeline/steps";
import type { WireSource } from "../pipeline/wiring/wire";

const name = z.string().min(1).max(256);
const path = z
  .string()
  .min(1)
  .describe("Path in the step, such as Arguments.InputDataConfig[0].DataSource.S3DataSource.S3Uri");
const into = z
  .object({ container: name, slot: z.enum(["IfSteps", "ElseSteps", "ForEachBody"]) })
  .describe("The branch of a Condition, or the body of a ForEach");
const type = z.enum(["String", "Integer", "Float", "Boolean"]);
const source = z.union([
  z.object({
    step: name,
    output: z.string().describe("OutputParameters['train_path'], ModelArtifacts.S3ModelArtifacts"),
  }),
  z.object({ parameter: name }),
  z.object({ execution: z.string().describe("PipelineExecutionId, StartDateTime …") }),
  z.object({ itemOf: name.describe("A ForEach around the step"), member: z.string().default("") }),
]);

export const editSchema = z.discriminatedUnion("do", [
  z.object({ do: z.literal("addStep"), type: z.string(), name: name.optional(), into: into.optional() }),
  z.object({ do: z.literal("setField"), step: name, path, value: z.unknown() }),
  z.object({ do: z.literal("removeField"), step: name, path }),
  z.object({ do: z.literal("setStep"), step: name, value: z.record(z.string(), z.unknown()) }),
  z.object({ do: z.literal("connect"), from: source, step: name, path, jsonPath: z.string().optional() }),
  z.object({ do: z.literal("disconnect"), from: name, to: name }),
  z.object({
    do: z.literal("wait"),
    step: name,
    for: name,
    trigger: z.enum(["Completed", "Failed", "Stopped", "Any"]).optional(),
  }),
  z.object({ do: z.literal("renameStep"), step: name, to: name }),
  z.object({ do: z.literal("deleteSteps"), steps: z.array(name).min(1) }),
  z.object({ do: z.literal("duplicateSteps"), steps: z.array(name).min(1) }),
  z.object({ do: z.literal("moveInto"), steps: z.array(name).min(1), into }),
  z.object({ do: z.literal("moveOut"), steps: z.array(name).min(1) }),
  z.object({
    do: z.literal("addParameter"),
    name,
    type,
    default: z.union([z.string(), z.number(), z.boolean()]).optional(),
    allowed: z.array(z.union([z.string(), z.number()])).optional(),
  }),
  z.object({ do: z.literal("deleteParameter"), name }),
  z.object({ do: z.literal("declareOutput"), step: name, name, type }),
  z.object({ do: z.literal("removeOutput"), step: name, name }),
]);
export type Edit = z.infer<typeof editSchema>;

/** Done with a sentence, or refused with the reason; what the command would ask of a person is said as a refusal. */
export type Answer = { readonly done: string } | { readonly refused: string };

/** Does one edit. What it throws is a bug. */
export async function applyEdit(workspace: Workspace, edit: Edit): Promise<Answer> {
  const { document } = workspace.editor.store.getState();
  switch (edit.do) {
    case "addStep": {
      if (!isKnownStepType(edit.type)) return { refused: `There is no step type ${edit.type}: ${knownTypes}.` };
      const made = nameForNewStep(document, edit.type);
      const added =
        edit.into === undefined
          ? await run(workspace, addStep, { type: edit.type, at: behindAll(document.layout) })
          : await run(workspace, addIntoSlot, { type: edit.type, into: edit.into });
      if ("refused" in added || edit.name === undefined || edit.name === made) return added;
      const renamed = await run(workspace, renameStep, { step: made, to: edit.name });
      return "refused" in renamed ? renamed : { done: `Added ${edit.name}.` };
    }
    case "setField":
      return withPath(edit.path, (at) =>
        run(workspace, setField, { step: edit.step, path: at, label: edit.path, value: asValue(edit.value) }),
      );
    case "removeField":
      return withPath(edit.path, (at) => run(workspace, removeField, { step: edit.step, path: at, label: edit.path }));
    case "setStep":
      return run(workspace, editStepJson, { step: edit.step, value: asValue(edit.value) });
    case "connect":
      return withPath(edit.path, (at) => {
        const jsonPath = edit.jsonPath === undefined ? {} : { jsonPath: edit.jsonPath };
        return run(workspace, connect, {
          source: sourceOf(edit.from),
          target: { step: edit.step, path: at },
          ...jsonPath,
        });
      });
    case "disconnect":
      return run(workspace, disconnect, { from: edit.from, to: edit.to });
    case "wait": {
      const waits = await run(workspace, waitFor, { from: edit.for, to: edit.step });
      if ("refused" in waits || edit.trigger === undefined) return waits;
      return run(workspace, setTrigger, { from: edit.for, to: edit.step, trigger: edit.trigger });
    }
    case "renameStep":
      return run(workspace, renameStep, { step: edit.step, to: edit.to });
    case "deleteSteps":
      return run(workspace, deleteSteps, { steps: edit.steps });
    case "duplicateSteps":
      return run(workspace, duplicate, { steps: edit.steps });
    case "moveInto":
      return run(workspace, moveIntoSlot, { steps: edit.steps, into: edit.into });
    case "moveOut":
      return run(workspace, moveOut, { steps: edit.steps });
    case "addParameter": {
      const draft = {
        name: edit.name,
        type: edit.type,
        defaultText: edit.default === undefined ? "" : String(edit.default),
        enumText: (edit.allowed ?? []).map(String).join("\n"),
      };
      return run(workspace, addParameter, { draft });
    }
    case "deleteParameter":
      return run(workspace, deleteParameter, { name: edit.name });
    case "declareOutput":
      return run(workspace, declareOutput, { step: edit.step, name: edit.name, type: edit.type });
    case "removeOutput":
      return run(workspace, removeOutput, { step: edit.step, name: edit.name });
  }
}

const knownTypes = stepTypeList.map(({ type }) => type).join(", ");

/** What running a command needs of it. */
interface Runnable<Args> {
  readonly when?: (state: EditorState, args: Args) => true | string;
  readonly run: (workspace: Workspace, args: Args) => Outcome<Args> | Promise<Outcome<Args>>;
}

async function run<Args>(workspace: Workspace, command: Runnable<Args>, args: Args): Promise<Answer> {
  const can = command.when?.(workspace.editor.store.getState(), args) ?? true;
  if (can !== true) return { refused: can };
  const outcome = await command.run(workspace, args);
  if ("ask" in outcome) return { refused: `It is not said yet: ${outcome.ask.title}` };
  if ("refused" in outcome) return { refused: outcome.refused };
  return { done: outcome.shown ?? outcome.done };
}

function withPath(printed: string, work: (path: Path) => Promise<Answer>): Promise<Answer> {
  const parsed = parsePath(printed);
  return parsed === null ? Promise.resolve({ refused: `${printed} is no path.` }) : work(parsed);
}

function sourceOf(from: z.infer<typeof source>): WireSource {
  if ("output" in from) return { kind: "output", step: from.step, output: from.output };
  if ("parameter" in from) return { kind: "parameter", name: from.parameter };
  if ("execution" in from) return { kind: "execution", variable: from.execution };
  return { kind: "currentItem", step: from.itemOf, member: from.member };
}

/** A value as JSON brought it, in the form that keeps the order of its keys. */
function asValue(value: unknown): Value {
  const parsed = parseValue(JSON.stringify(value ?? null));
  if (!parsed.ok) throw new Error(parsed.refusal.message);
  return parsed.value;
}

/** To the right of what stands there: nobody looks, and the editor tidies what was never placed. */
function behindAll(layout: ReadonlyMap<string, { readonly x: number; readonly y: number }>) {
  const right = Math.max(0, ...[...layout.values()].map(({ x }) => x + 320));
  return { x: right, y: 100 };
}
