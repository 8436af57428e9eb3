import { randomUUID } from "node:crypto";
import type { Preflight } from "../contract/account";
import { type AppError, leavesDoubt } from "../contract/appError";
import type { Deployed, DeployIntent, Plan } from "../contract/deploy";
import { overInWords, tagsFailedInWords } from "../contract/deployedWords";
import { intentTokens } from "../contract/intentTokens";
import { OperationError } from "../contract/operationError";
import type { Result } from "../contract/operations";
import { type Target, targetLabel } from "../contract/target";
import { errorInWords } from "../contract/toDisplayError";
import { accountQuestions } from "../export/policy/accountQuestions";
import { parseDefinition } from "../pipeline/definition/parse";
import { serialise } from "../pipeline/definition/serialise";
import { localRoleArn } from "../server/aws/localNames";
import { type DefinitionChoice, requireDefinition } from "./definitionFile";
import { targetOf } from "./deployed";
import { type DeployReach, deployReach } from "./deployReach";
import { deployReport, problemsReport } from "./deployReport";
import { intentFiles } from "./intentFiles";
import { mappedLiterals } from "./mappedLiterals";
import { type ExitCode, exit, type Terminal } from "./terminal";
import { UsageError } from "./usageError";

export interface DeployOptions extends DefinitionChoice {
  readonly target: string;
  readonly role?: string;
  readonly name?: string;
  readonly bucket?: string;
  readonly map: readonly string[];
  readonly plan?: boolean;
  readonly planHash?: string;
  readonly yes?: boolean;
  readonly json?: boolean;
}

/** All that is told with `--json`. */
interface Told {
  readonly target: Target;
  readonly plan: Plan;
  readonly preflight: Preflight | null;
  readonly leftBehind: readonly string[];
  readonly deployed?: Deployed;
  readonly error?: AppError;
}

/**
 * `stepwire deploy FILE --target TARGET`: the plan, then the write, by the same operations as the page. Exit 0 where it is done or nothing
 * is to do; 1 where it is refused or, with `--plan`, something would change; 2 for bad usage, a file or a target that cannot be read, and
 * an outcome that is not known.
 */
export async function deployDefinition(file: string, options: DeployOptions, terminal: Terminal): Promise<ExitCode> {
  const target = targetOf(options.target);
  if (options.plan !== true && options.yes !== true && options.planHash === undefined && terminal.ask === undefined)
    throw new UsageError(
      "Nobody can be asked here. Say --plan to see what would change, then --plan-hash HASH or --yes.",
    );
  const opened = await requireDefinition(file, options, terminal);
  const { definition, leftBehind } = mappedLiterals(opened.definition, options.map);
  const reach = await deployReach(target);
  try {
    const pipelineName = options.name ?? opened.name;
    const roleArn = options.role ?? (await roleThere(reach, target, pipelineName));
    const bucket = options.bucket === undefined ? {} : { bucket: options.bucket };
    const intent = { target, pipelineName, definition: serialise(definition), roleArn, ...bucket };
    const plan = await reach.ask("plan", intent);
    const whose = await reach.ask("targetAccount", { target }).catch(unlessRefused);
    const left = whose === null ? [] : leftBehind(whose);
    const preflight = target.kind === "local" ? null : await asked(reach, intent);
    const told = { target, plan, preflight, leftBehind: left };
    return await decide(reach, intent, told, options, terminal);
  } catch (thrown) {
    if (!(thrown instanceof OperationError)) throw thrown;
    return failed(thrown.error, terminal);
  } finally {
    reach.close();
  }
}

async function roleThere(reach: DeployReach, target: Target, pipeline: string): Promise<string> {
  if (target.kind === "local") return localRoleArn;
  const there = await reach.ask("describePipeline", { target, pipeline }).catch((thrown: unknown) => {
    if (thrown instanceof OperationError && thrown.error.kind === "notFound") return null;
    throw thrown;
  });
  if (there?.roleArn != null) return there.roleArn;
  throw new UsageError(
    `${pipeline} is not in ${targetLabel(target)} yet. Say by --role ARN which role it is to run with.`,
  );
}

/** What is asked of the account stops nothing. */
async function asked(reach: DeployReach, { target, definition, roleArn }: DeployIntent): Promise<Preflight | null> {
  const parsed = parseDefinition(definition);
  if (!parsed.ok) return null;
  return reach.ask("preflight", { target, roleArn, ...accountQuestions(parsed.value, roleArn) }).catch(unlessRefused);
}

function unlessRefused(thrown: unknown): null {
  if (thrown instanceof OperationError) return null;
  throw thrown;
}

async function decide(
  reach: DeployReach,
  intent: DeployIntent,
  told: Told,
  options: DeployOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const { plan } = told;
  if (options.json !== true) terminal.out(deployReport(told, terminal));
  const end = (code: ExitCode, more: Partial<Told> = {}): ExitCode => {
    if (options.json === true) terminal.out(`${JSON.stringify({ ...told, ...more }, null, 2)}\n`);
    return code;
  };
  const errors = plan.problems.filter(({ severity }) => severity === "error");
  if (errors.length > 0) {
    terminal.err(problemsReport(errors));
    return end(exit.problems);
  }
  if (options.planHash !== undefined && options.planHash !== plan.fingerprint) {
    terminal.err(
      "stepwire: the plan is no longer the one of --plan-hash. Nothing was written. Look at this one, then give its hash.\n",
    );
    return end(exit.problems);
  }
  if (plan.kind === "none") return end(exit.fine);
  if (options.plan === true) return end(exit.problems);
  const unplaced = whyNoBucket(plan);
  if (unplaced !== null) {
    terminal.err(`stepwire: ${unplaced}\n`);
    return end(exit.problems);
  }
  const isAgreed = options.yes === true || options.planHash !== undefined || (await agreed(terminal, intent));
  if (!isAgreed) {
    terminal.err("stepwire: nothing was written.\n");
    return end(exit.problems);
  }
  const result = await write(reach, intent, plan.fingerprint);
  if (!result.ok) return end(failed(result.error, terminal), { error: result.error });
  if (options.json !== true) terminal.out(doneInWords(intent, result.value));
  return end(exit.fine, { deployed: result.value });
}

/** Why a large definition cannot go through the bucket that was named, or through none. */
function whyNoBucket({ upload }: Plan): string | null {
  if (upload === null || (upload.bucket !== null && upload.trouble === null)) return null;
  const { trouble, bytes, suggested } = upload;
  const why = trouble ?? `The definition has ${bytes} bytes: from 102,400 on it goes through a bucket of the account.`;
  return `${why} Nothing was written. Name one by --bucket${suggested === null ? "" : `, such as ${suggested}`}.`;
}

async function agreed({ ask }: Terminal, { target }: DeployIntent): Promise<boolean> {
  return ask !== undefined && /^y(?:es)?$/i.test((await ask(`Deploy to ${targetLabel(target)}? [y/N] `)).trim());
}

/** One token per plan, stored before the call: the same command after a reply that never came does nothing twice. */
function write(reach: DeployReach, intent: DeployIntent, approved: string): Promise<Result<Deployed>> {
  const tokens = intentTokens(intentFiles(), randomUUID);
  return tokens.with(`deploy.${approved}`, async (token): Promise<Result<Deployed>> => {
    try {
      return { ok: true, value: await reach.ask("deploy", { ...intent, approved, token }) };
    } catch (thrown) {
      if (!(thrown instanceof OperationError)) throw thrown;
      return { ok: false, error: thrown.error };
    }
  });
}

function doneInWords(
  { pipelineName, target }: DeployIntent,
  { outcome, pipelineArn, over, tagsFailed }: Deployed,
): string {
  const did = { created: "Created", updated: "Updated", unchanged: "Nothing to change in" }[outcome];
  return [
    `${did} ${pipelineName} in ${targetLabel(target)}: ${pipelineArn}`,
    ...(over.length > 0 ? [overInWords(pipelineName, over)] : []),
    ...(tagsFailed !== null ? [tagsFailedInWords(pipelineName, tagsFailed)] : []),
    "",
  ].join("\n");
}

/** It was not done, and that is known. */
const refused: ReadonlySet<AppError["kind"]> = new Set([
  "stale",
  "problems",
  "validation",
  "accessDenied",
  "conflict",
  "limit",
  "tooLarge",
  "unsupported",
  "overtaken",
]);

function failed(error: AppError, terminal: Terminal): ExitCode {
  terminal.err(`stepwire: ${errorInWords(error)}\n`);
  return refused.has(error.kind) && !leavesDoubt(error) ? exit.problems : exit.usage;
}
