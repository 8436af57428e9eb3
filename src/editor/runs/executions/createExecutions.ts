/**
 * The executions of the document's pipeline at its target: the list, and the one that is shown, followed until it is over. What it
 * learns it puts on the canvas through `editor.setRun`. No pixels, no network of its own: calls and time are handed in.
 */
import { createStore, type StoreApi } from "zustand/vanilla";
import type { AppError, ErrorKind } from "../../../contract/appError";
import type { Execution } from "../../../contract/executions";
import { isFinished } from "../../../contract/finished";
import type { RequestOf, Result } from "../../../contract/operations";
import { localTarget, parseTargetKey, type Target } from "../../../contract/target";
import type { PipelineDocument } from "../../../pipeline/definition/document";
import { parseDefinition } from "../../../pipeline/definition/parse";
import type { Editor } from "../../session/createEditor";
import type { RunView } from "../../session/editorState";
import { loadPart } from "../../session/loadPart";
import { keepSame } from "../flows/keepSame";
import type { ExecutionCalls, Surroundings } from "./calls";
import { openOnFailure } from "./openOnFailure";
import { type NextLook, type Poll, poll } from "./poll";
import { firstWait, nextWait } from "./rhythm";
import { failureOf } from "./runFailure";
import { runViewOf } from "./runView";
import type { ShownExecution } from "./shownExecution";

export interface ExecutionList {
  readonly state: "unasked" | "loading" | "loaded" | "failed";
  readonly executions: readonly Execution[];
  /** True when there are older ones than are listed. */
  readonly more: boolean;
  readonly error: AppError | null;
}

export interface ExecutionsState {
  readonly list: ExecutionList;
  readonly shown: ShownExecution | null;
  /** The one that the shown one is compared with, as it stood when it was chosen. */
  readonly compared: ShownExecution | null;
}

export interface Executions {
  readonly store: StoreApi<ExecutionsState>;
  /** Reads the list again. */
  refresh(): Promise<void>;
  /** Starts one, shows and follows it. */
  start(request: RequestOf<"startExecution">): Promise<Result<{ readonly executionArn: string }>>;
  /** Shows an execution in the panel and on the canvas, and follows it while it goes on. */
  show(arn: string, target: Target): void;
  /** Takes the execution from the canvas and the panel; it goes on where it runs. */
  clear(): void;
  /** Puts another execution beside the shown one; null takes it away. Why it could not be read, null where it was. */
  compareWith(arn: string | null): Promise<AppError | null>;
  /** Has the canvas show the execution as it stood at a moment, in milliseconds since 1970; null for how it stands. */
  showMoment(moment: number | null): void;
  /** Asks for the shown one to stop; `token` is the intent's own. */
  stop(token: string): Promise<Result<{ readonly executionArn: string }> | null>;
  /** Goes on with the shown one from what failed, and follows it; `token` is the intent's own. */
  retry(token: string): Promise<Result<{ readonly executionArn: string }> | null>;
  /** Answers a callback that waits in the shown one, and looks what comes of it. */
  answer(
    answer: Omit<RequestOf<"answerCallback">, "target">,
  ): Promise<Result<{ readonly executionArn: string }> | null>;
  /** Gives the shown one another name or description; why it could not be, null where it was. */
  update(change: Pick<RequestOf<"updateExecution">, "displayName" | "description">): Promise<AppError | null>;
  /** Ends all following: the document is left. */
  close(): void;
}

/** What goes by itself: the next look may well succeed. */
const passes: ReadonlySet<ErrorKind> = new Set([
  "throttled",
  "network",
  "broken",
  "timeout",
  "unreadable",
  "service",
  "unreachable",
]);

const noFlows: RunView["lines"] = new Map();
const emptyList: ExecutionList = { state: "unasked", executions: [], more: false, error: null };

/** The target that the document is set to. */
export function targetOf(editor: Editor): Target {
  return parseTargetKey(editor.store.getState().document.settings.target ?? "") ?? localTarget;
}

export function createExecutions(editor: Editor, calls: ExecutionCalls, surroundings: Surroundings): Executions {
  const store = createStore<ExecutionsState>(() => ({ list: emptyList, shown: null, compared: null }));
  const get = store.getState;
  let following: Poll | null = null;
  let asked = 0;
  let drawnOf: typeof import("./drawn").drawnOf | null = null;

  const setShown = (arn: string, change: Partial<ShownExecution>): void => {
    const { shown } = get();
    if (shown?.arn !== arn) return;
    store.setState({ shown: { ...shown, ...change } });
  };
  const setList = (change: Partial<ExecutionList>): void =>
    store.setState(({ list }) => ({ list: { ...list, ...change } }));

  async function refresh(): Promise<void> {
    const target = targetOf(editor);
    const pipeline = editor.store.getState().document.name;
    const mine = ++asked;
    setList({ state: get().list.state === "loaded" ? "loaded" : "loading", error: null });
    // Asked first, so that a pipeline that is not deployed is no error.
    const there = await calls.listPipelines({ target, prefix: pipeline });
    if (mine !== asked) return;
    if (there.ok && !there.value.pipelines.some(({ name }) => name === pipeline)) {
      setList({ state: "loaded", executions: [], more: false });
      return;
    }
    const result = await calls.listExecutions({ target, pipeline });
    if (mine !== asked) return;
    if (result.ok) setList({ state: "loaded", executions: result.value.executions, more: result.value.next !== null });
    else setList({ state: "failed", error: result.error });
  }

  function show(arn: string, target: Target): void {
    following?.stop();
    const none = {
      execution: null,
      steps: [],
      parameters: null,
      definition: null,
      error: null,
      stopping: false,
      moment: null,
    };
    store.setState({ shown: { arn, target, ...none }, compared: null });
    void readOnce(arn, target);
    void loadFlows(arn);
    let wait = firstWait(target);
    const begunOver = editor.store.getState().document;
    following = poll(async () => {
      const next = await look(arn, target, begunOver);
      wait = nextWait(target, wait);
      return next === "soon" ? wait : next;
    }, surroundings);
  }

  /** What tells the values on the lines simulates: it comes when an execution is first shown, which stands on the canvas without it. */
  async function loadFlows(arn: string): Promise<void> {
    if (drawnOf !== null) return;
    drawnOf = (await loadPart(() => import("./drawn"))).drawnOf;
    putOnCanvas(arn);
  }

  /** What does not change while it runs: its definition and the values it was started with. */
  async function readOnce(executionArn: string, target: Target): Promise<void> {
    const [definition, parameters] = await Promise.all([
      calls.definitionForExecution({ target, executionArn }),
      calls.parametersForExecution({ target, executionArn }),
    ]);
    if (parameters.ok) setShown(executionArn, { parameters: parameters.value.parameters });
    if (definition.ok) {
      const parsed = parseDefinition(definition.value.definition);
      if (parsed.ok) setShown(executionArn, { definition: parsed.value });
    }
    putOnCanvas(executionArn);
  }

  /** One look at the shown execution; answers when another is worth it. */
  async function look(
    executionArn: string,
    target: Target,
    begunOver: PipelineDocument,
  ): Promise<"soon" | Exclude<NextLook, number>> {
    const [described, listed] = await Promise.all([
      calls.describeExecution({ target, executionArn }),
      calls.listSteps({ target, executionArn }),
    ]);
    const before = get().shown;
    if (before?.arn !== executionArn) return "never";
    const refused = !described.ok ? described.error : !listed.ok ? listed.error : null;
    setShown(executionArn, {
      error: refused,
      ...(described.ok ? { execution: described.value } : {}),
      ...(listed.ok ? { steps: listed.value.steps } : {}),
    });
    putOnCanvas(executionArn);
    // A page that the server does not know, as after a restart, is connected anew by a fresh link, in this tab or another.
    if (refused?.kind === "session") return "at attention";
    if (refused !== null) return passes.has(refused.kind) ? "soon" : "never";
    if (before.error !== null && (before.definition === null || before.parameters === null)) {
      void readOnce(executionArn, target);
    }
    if (!described.ok || !isFinished(described.value.status)) return "soon";
    const failure = described.value.status === "Stopped" ? null : (editor.store.getState().run?.failure ?? null);
    if (failure !== null) openOnFailure(editor, failure, begunOver);
    else editor.announce(`The execution ended: ${described.value.status}.`);
    void refresh();
    return "never";
  }

  function putOnCanvas(arn: string): void {
    const { shown } = get();
    if (shown?.arn !== arn || shown.execution === null) return;
    const { seen, lines: flows, beside } = drawnOf?.(shown, get().compared) ?? { seen: shown, lines: noFlows };
    const view = runViewOf(seen.execution ?? shown.execution, seen.definition, seen.steps, seen.moment, beside);
    const lines = keepSame(flows, editor.store.getState().run?.lines);
    const { definition } = editor.store.getState().document;
    editor.setRun({ ...view, lines, failure: failureOf(seen.steps, seen.definition ?? definition) });
  }

  return {
    store,
    refresh,
    async start(request) {
      const result = await calls.startExecution(request);
      if (!result.ok) return result;
      show(result.value.executionArn, request.target);
      void refresh();
      return result;
    },
    show,
    async compareWith(arn) {
      const { shown } = get();
      if (shown === null) return null;
      const { readExecution } = await loadPart(() => import("./compare/readExecution"));
      const read = arn === null ? null : await readExecution(calls, arn, shown.target);
      if (get().shown?.arn !== shown.arn) return null;
      if (read !== null && "failed" in read) return read.failed;
      store.setState({ compared: read });
      putOnCanvas(shown.arn);
      return null;
    },
    showMoment(moment) {
      const { shown } = get();
      if (shown === null || shown.moment === moment) return;
      setShown(shown.arn, { moment });
      putOnCanvas(shown.arn);
    },
    clear() {
      following?.stop();
      store.setState({ shown: null, compared: null });
      editor.setRun(null);
    },
    async stop(token) {
      const { shown } = get();
      if (shown === null) return null;
      const { arn: executionArn, target } = shown;
      setShown(executionArn, { stopping: true });
      const result = await calls.stopExecution({ target, executionArn, token });
      setShown(executionArn, { stopping: false, ...(result.ok ? {} : { error: result.error }) });
      return result;
    },
    async retry(token) {
      const { shown } = get();
      if (shown === null) return null;
      const { arn: executionArn, target } = shown;
      const result = await calls.retryExecution({ target, executionArn, token });
      if (result.ok) show(executionArn, target);
      else setShown(executionArn, { error: result.error });
      return result;
    },
    async answer(answer) {
      const { shown } = get();
      if (shown === null) return null;
      const result = await calls.answerCallback({ ...answer, target: shown.target });
      if (result.ok) show(shown.arn, shown.target);
      return result;
    },
    async update(change) {
      const { shown } = get();
      if (shown === null) return null;
      const { arn: executionArn, target } = shown;
      const result = await calls.updateExecution({ target, executionArn, ...change });
      if (!result.ok) return result.error;
      const { execution = null } = get().shown ?? {};
      if (execution !== null) setShown(executionArn, { execution: { ...execution, ...change } });
      void refresh();
      return null;
    },
    close() {
      asked++;
      following?.stop();
      store.setState({ shown: null });
    },
  };
}
