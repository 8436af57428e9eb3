/** What a document does beyond being edited: it is deployed, run and simulated. */

import type { AppError } from "../../contract/appError";
import type { ParameterValue } from "../../contract/executions";
import type { IntentTokens } from "../../contract/intentTokens";
import { type Target, targetKey } from "../../contract/target";
import type { Editor } from "../session/createEditor";
import type { Dialogs, StartValues } from "../session/dialogs";
import { loadPart } from "../session/loadPart";
import type { AccountCalls } from "./account/accountCalls";
import { beginDeploy, type Deploy, type DeployCalls, type DeployOptions } from "./deploy/createDeploy";
import type { ExecutionCalls, Surroundings } from "./executions/calls";
import { createExecutions, type Executions, targetOf } from "./executions/createExecutions";
import { attachedTo } from "./handlers/attachedTo";
import type { HandlerCalls, Handlers } from "./handlers/createHandlers";
import type { SimulationRuns } from "./simulation/createSimulationRuns";
import type { VersionCalls } from "./versions/calls";

/** What the page lends: calls to the local server, tokens that outlive a reload, its clock and whether anybody sees it. */
export interface RunOptions {
  readonly client: DeployCalls & ExecutionCalls & HandlerCalls & VersionCalls & AccountCalls;
  readonly tokens: IntentTokens;
  readonly surroundings: Surroundings;
}

export interface Runs {
  /** Where Deploy and Run go. */
  target(): Target;
  readonly client: RunOptions["client"];
  readonly tokens: IntentTokens;
  readonly executions: Executions;
  /** Begins a deploy of the document as it stands, or of what another target gets of it; with `thenStart`, an execution follows it. */
  deploy(how?: Pick<DeployOptions, "thenStart" | "atOnce" | "promoted">): Deploy;
  /** Starts an execution, once an intent, and shows it. Answers why it could not, null where it started. */
  start(target: Target, pipeline: string, values: StartValues): Promise<AppError | null>;
  /** Asks the execution that is shown to stop, once an intent. */
  stop(): Promise<void>;
  /** Goes on with the execution that is shown from what failed, once for each time that it failed. */
  retry(): Promise<void>;
  /** Answers a callback that waits in it. Why it could not be, null where it was. */
  answer(callbackToken: string, answer: CallbackAnswer): Promise<AppError | null>;
  /** The simulation's code comes when it is first used. */
  simulation(): Promise<SimulationRuns>;
  /** The code that is really run for steps; what knows of it comes when it is first used. */
  handlers(): Promise<Handlers>;
  close(): void;
}

export type CallbackAnswer = { readonly outputs: readonly ParameterValue[] } | { readonly failureReason: string };

/** It was taken from the panel meanwhile. */
const noneShown = {
  ok: false,
  error: { kind: "notFound", name: "NoExecution", message: "No execution is shown." },
} as const;

/** The steps that are switched to fail, in the local region as in the simulation. */
async function failingSteps(editor: Editor): Promise<readonly string[]> {
  const { samples } = editor.store.getState().document;
  if (samples.size === 0) return [];
  const { failingIn } = await loadPart(() => import("./flows/failingIn"));
  return failingIn(samples);
}

export function createRuns(editor: Editor, dialogs: Dialogs, { client, tokens, surroundings }: RunOptions): Runs {
  const executions = createExecutions(editor, client, surroundings);
  const simulation = onceLoaded(async () => {
    const { createSimulationRuns } = await loadPart(() => import("./simulation/createSimulationRuns"));
    return createSimulationRuns(editor);
  });
  const handlers = onceLoaded(async () => {
    const { createHandlers } = await loadPart(() => import("./handlers/createHandlers"));
    return createHandlers(editor, client);
  });

  async function start(target: Target, pipeline: string, values: StartValues): Promise<AppError | null> {
    const { parameters, displayName, only } = values;
    const named = displayName === "" ? {} : { displayName };
    const failing = target.kind === "local" ? await failingSteps(editor) : [];
    // By it the region learns what the pipeline and the steps of the attached code are called by now.
    if (target.kind === "local") await client.listHandlers({ ...attachedTo(editor), pipeline });
    const described = failing.length === 0 ? {} : { description: `stepwire:fail=${failing.join(",")}` };
    const selected = only === undefined ? {} : { only: { source: only.source, steps: [...only.steps] } };
    const request = { target, pipeline, parameters: [...parameters], ...named, ...described, ...selected };
    const intent = `start.${JSON.stringify([targetKey(target), pipeline, parameters, displayName, failing, only])}`;
    const result = await tokens.with(intent, (token) => executions.start({ ...request, token }));
    if (!result.ok) return result.error;
    editor.setPanel("executions");
    editor.announce(`Started an execution of ${pipeline}.`);
    return null;
  }

  return {
    target: () => targetOf(editor),
    client,
    tokens,
    executions,
    deploy: (how) => beginDeploy({ editor, calls: client, tokens, dialogs, start, ...how }),
    start,
    async stop() {
      const { shown } = executions.store.getState();
      if (shown !== null)
        await tokens.with(`stop.${shown.arn}`, async (token) => (await executions.stop(token)) ?? noneShown);
    },
    async retry() {
      const { shown } = executions.store.getState();
      if (shown === null) return;
      const intent = `retry.${shown.arn}.${shown.execution?.lastModified ?? ""}`;
      await tokens.with(intent, async (token) => (await executions.retry(token)) ?? noneShown);
    },
    async answer(callbackToken, answer) {
      const given = "outputs" in answer ? { outputs: [...answer.outputs] } : { outputs: null, ...answer };
      const intent = `answer.${JSON.stringify([callbackToken, given])}`;
      const result = await tokens.with(intent, async (token) => {
        return (await executions.answer({ callbackToken, ...given, token })) ?? noneShown;
      });
      return result.ok ? null : result.error;
    },
    simulation,
    handlers,
    close: () => executions.close(),
  };
}

/** Makes it when it is first asked for; where that fails, the next asking tries anew. */
function onceLoaded<T>(load: () => Promise<T>): () => Promise<T> {
  let loading: Promise<T> | null = null;
  return () => {
    loading ??= load().catch((error: unknown) => {
      loading = null;
      throw error;
    });
    return loading;
  };
}
