/** One deploy, from the click to its outcome: problems stop it, the role is asked for, the plan is shown, and only that plan is written. */
import { createStore, type StoreApi } from "zustand/vanilla";
import type { AppError } from "../../../contract/appError";
import type { Deployed, DeployIntent, Plan } from "../../../contract/deploy";
import { overInWords, tagsFailedInWords } from "../../../contract/deployedWords";
import type { IntentTokens } from "../../../contract/intentTokens";
import type { RequestOf, ResponseOf, Result } from "../../../contract/operations";
import type { ReportedProblem } from "../../../contract/problem";
import { type Target, targetKey, targetLabel } from "../../../contract/target";
import { serialise } from "../../../pipeline/definition/serialise";
import type { ObjectValue } from "../../../pipeline/definition/value";
import { rememberForTarget } from "../../../pipeline/edits/document";
import { reportedProblem } from "../../../pipeline/problems/reported";
import type { Editor } from "../../session/createEditor";
import type { Dialogs, StartValues } from "../../session/dialogs";
import { problemsOf } from "../../session/selectors";
import type { AccountCalls } from "../account/accountCalls";
import { targetOf } from "../executions/createExecutions";
import { keepDrift } from "./keepDrift";
import { createPreflight, type PreflightRun } from "./preflight";
import { roleFor } from "./role";

export type DeployCalls = {
  readonly [Name in "plan" | "deploy" | "listPipelines"]: (
    request: RequestOf<Name>,
    options?: { readonly signal?: AbortSignal },
  ) => Promise<Result<ResponseOf<Name>>>;
} & Pick<AccountCalls, "preflight">;

export type DeployStage =
  | { readonly at: "problems"; readonly problems: readonly ReportedProblem[] }
  | { readonly at: "role"; readonly suggested: string }
  /** The definition is too large to be sent by itself. `trouble`: what stands against the bucket that was named. */
  | { readonly at: "bucket"; readonly suggested: string; readonly bytes: number; readonly trouble: string | null }
  | { readonly at: "planning" }
  /** `stale`: what is deployed changed after the plan before this one was approved. */
  | { readonly at: "plan"; readonly plan: Plan; readonly stale: boolean }
  | { readonly at: "deploying"; readonly plan: Plan }
  | { readonly at: "failed"; readonly error: AppError; readonly plan: Plan | null }
  | { readonly at: "starting" }
  | { readonly at: "notStarted"; readonly error: AppError }
  | { readonly at: "done"; readonly deployed: Deployed | null };

export interface Deploy {
  readonly store: StoreApi<DeployStage>;
  readonly target: Target;
  readonly pipelineName: string;
  readonly preflight: PreflightRun["store"];
  /** True where an execution starts right after. */
  readonly starts: boolean;
  /** True where the document itself is deployed, to its own target: so it can take over what is there. */
  readonly ofDocument: boolean;
  /** The role as it stands; "" while none is known. */
  role(): string;
  /** Goes on although there are errors. */
  anyway(): void;
  askRole(): void;
  setRole(role: string): void;
  setBucket(bucket: string): void;
  /** Takes over into the document what someone else changed and the shown plan would undo, and plans again. */
  keepTheirs(): void;
  planAgain(): void;
  /** Starts what was deployed, after a start that failed: the same start, where nobody knows what became of that. */
  startAgain(): void;
  /** Writes what the shown plan says. */
  confirm(): Promise<void>;
  close(): void;
}

export interface DeployOptions {
  readonly editor: Editor;
  readonly calls: DeployCalls;
  readonly tokens: IntentTokens;
  /** Where the deploy is shown: closed when it is over. */
  readonly dialogs: Dialogs;
  /** Starts an execution; answers why it could not. */
  readonly start: (target: Target, pipeline: string, values: StartValues) => Promise<AppError | null>;
  /** What to start once it is deployed. */
  readonly thenStart?: StartValues | undefined;
  /** Writes what the first plan says without asking. */
  readonly atOnce?: boolean | undefined;
  /** Goes to another target than the document's, and leaves the document as it is. */
  readonly promoted?: Promoted | undefined;
}

/** What is deployed to another target in the document's place. */
export interface Promoted {
  readonly target: Target;
  readonly definition: ObjectValue;
  /** "" where none comes to mind. */
  readonly suggestedRole: string;
}

export function beginDeploy(options: DeployOptions): Deploy {
  const { editor, calls, tokens, dialogs, start, thenStart, atOnce, promoted } = options;
  let { document } = editor.store.getState();
  const target = promoted?.target ?? targetOf(editor);
  const gone = new AbortController();
  const store = createStore<DeployStage>(() => ({ at: "planning" }));
  const preflight = createPreflight(target, calls, gone.signal);
  let role = roleFor(document, target) ?? "";
  let { bucket = "" } = document.settings.targets.get(targetKey(target)) ?? {};
  let anyway = false;
  let written: Deployed | null = null;

  const go = (stage: DeployStage): void => {
    if (!gone.signal.aborted) store.setState(stage, true);
  };
  const definition = () => promoted?.definition ?? document.definition;
  const intent = (): DeployIntent => {
    const { maxParallelSteps = null, tags } = document.settings;
    return {
      target,
      pipelineName: document.name,
      definition: serialise(definition()),
      roleArn: role,
      maxParallelSteps,
      ...(tags === undefined ? {} : { tags: [...tags] }),
      ...(bucket === "" ? {} : { bucket }),
    };
  };

  /** The errors that stop the deploy, unless it goes on anyway. */
  function stops(problems: readonly ReportedProblem[]): boolean {
    const errors = problems.filter(({ severity }) => severity === "error");
    if (anyway || errors.length === 0) return false;
    go({ at: "problems", problems: errors });
    return true;
  }

  async function askRole(): Promise<void> {
    go({ at: "role", suggested: role || (promoted?.suggestedRole ?? "") });
    if (role !== "") return;
    const found = await calls.listPipelines({ target, prefix: document.name }, { signal: gone.signal });
    const deployed = found.ok ? found.value.pipelines.find(({ name }) => name === document.name) : undefined;
    const suggested = deployed?.roleArn ?? "";
    if (suggested !== "" && store.getState().at === "role") go({ at: "role", suggested });
  }

  /** True where a large definition has no bucket to go through. */
  function asksForBucket({ upload }: Plan): boolean {
    if (upload === null || (upload.bucket !== null && upload.trouble === null)) return false;
    const { bytes, trouble, suggested } = upload;
    go({ at: "bucket", bytes, trouble, suggested: upload.bucket ?? suggested ?? "" });
    return true;
  }

  async function makePlan(stale: boolean): Promise<void> {
    go({ at: "planning" });
    void preflight.ask(definition(), role);
    const result = await calls.plan(intent(), { signal: gone.signal });
    if (!result.ok) go({ at: "failed", error: result.error, plan: null });
    else if (stops(result.value.problems) || asksForBucket(result.value)) return;
    // Nothing to deploy, and something to start: there is nothing to confirm either.
    else if (result.value.kind === "none" && thenStart !== undefined) await startThen(thenStart);
    else {
      go({ at: "plan", plan: result.value, stale });
      if (atOnce === true && !stale) await confirm();
    }
  }

  async function startThen(values: StartValues): Promise<void> {
    go({ at: "starting" });
    const error = await start(target, document.name, values);
    if (error === null) end(written);
    else go({ at: "notStarted", error });
  }

  function end(deployed: Deployed | null): void {
    go({ at: "done", deployed });
    if (!gone.signal.aborted) dialogs.close();
  }

  function sayDeployed({ outcome, pipelineArn, over, tagsFailed }: Deployed): void {
    const did = { created: "Created", updated: "Updated", unchanged: "Nothing to change in" }[outcome];
    const next =
      promoted === undefined
        ? { label: "Run it", run: () => dialogs.open({ kind: "run" }) }
        : { label: "Move an alias there", run: () => dialogs.open({ kind: "aliases", target }) };
    const text = `${did} ${document.name} in ${targetLabel(target)}: ${pipelineArn}`;
    editor.notice("success", text, thenStart === undefined ? next : undefined);
    editor.announce(`${did} ${document.name}.`);
    if (over.length > 0) editor.notice("warning", overInWords(document.name, over));
    if (tagsFailed !== null) editor.notice("warning", tagsFailedInWords(document.name, tagsFailed));
  }

  /** For who closed the dialog meanwhile: the write went on, and the next plan shows what became of it. */
  function sayFailed({ message }: AppError): void {
    const planAgain = {
      label: "Plan again",
      run: () => dialogs.open({ kind: promoted === undefined ? "deploy" : "promote" }),
    };
    editor.notice("warning", `${document.name} was not deployed as asked. ${message}`, planAgain);
  }

  async function begin(): Promise<void> {
    // Where the rules cannot be loaded, those of the server speak: it checks once more for the plan.
    await editor.startChecking();
    editor.checkAll();
    if (stops(problemsOf(editor.store.getState()).map(reportedProblem))) return;
    if (role === "") void askRole();
    else void makePlan(false);
  }

  async function confirm(): Promise<void> {
    const stage = store.getState();
    if (stage.at !== "plan") return;
    const { plan } = stage;
    go({ at: "deploying", plan });
    const approved = plan.fingerprint;
    const result = await tokens.with(`deploy.${approved}`, (token) =>
      calls.deploy({ ...intent(), approved, token, ...(anyway ? { anyway } : {}) }),
    );
    if (result.ok) {
      if (roleFor(document, target) !== role || bucket !== "") {
        const chosen = { roleArn: role, ...(bucket === "" ? {} : { bucket }) };
        editor.edit("Remember how it is deployed", rememberForTarget(targetKey(target), chosen));
      }
      written = result.value;
      sayDeployed(written);
      if (thenStart === undefined) end(written);
      else if (!gone.signal.aborted) await startThen(thenStart);
    } else if (gone.signal.aborted) sayFailed(result.error);
    else if (result.error.kind === "stale") await makePlan(true);
    else if (result.error.kind === "problems") stops(result.error.problems ?? []);
    else go({ at: "failed", error: result.error, plan });
  }

  void begin();
  return {
    store,
    preflight: preflight.store,
    target,
    pipelineName: document.name,
    starts: thenStart !== undefined,
    ofDocument: promoted === undefined,
    role: () => role,
    anyway() {
      anyway = true;
      void begin();
    },
    askRole: () => void askRole(),
    setRole(next) {
      role = next;
      void makePlan(false);
    },
    setBucket(next) {
      bucket = next;
      void makePlan(false);
    },
    keepTheirs() {
      const stage = store.getState();
      if (stage.at !== "plan" || stage.plan.drift === null) return;
      const kept = keepDrift(editor, stage.plan.drift, document);
      if (kept === null) return;
      ({ document } = editor.store.getState());
      role = kept.roleArn ?? role;
      void makePlan(false);
    },
    planAgain: () => void makePlan(false),
    startAgain() {
      if (thenStart !== undefined) void startThen(thenStart);
    },
    confirm,
    close: () => gone.abort(),
  };
}
