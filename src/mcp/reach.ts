/** Where agents may deploy to: one target, which the person named who started the server. An agent can name none. */
import type { AppError } from "../contract/appError";
import { OperationError } from "../contract/operationError";
import type { RequestOf, ResponseOf } from "../contract/operations";
import type { Target } from "../contract/target";
import { ToolFault } from "./files";

/** What agents may ask of it. */
type Asked = "plan" | "deploy" | "startExecution" | "describeExecution" | "listSteps";

export interface Reach {
  readonly target: Target;
  /** The role that a pipeline runs with where none is given; null where one has to be. */
  readonly role: string | null;
  /** Checks a request by the contract and carries it out; throws an OperationError. */
  ask<Name extends Asked>(name: Name, request: RequestOf<Name>): Promise<ResponseOf<Name>>;
}

/** The same, and what fails is said in words for whoever asked. */
export async function asked<Name extends Asked>(
  reach: Reach,
  name: Name,
  request: RequestOf<Name>,
): Promise<ResponseOf<Name>> {
  try {
    return await reach.ask(name, request);
  } catch (thrown) {
    if (thrown instanceof OperationError) throw new ToolFault(wordsOf(thrown.error, reach.target));
    throw thrown;
  }
}

function wordsOf({ kind, name, message, problems = [] }: AppError, target: Target): string {
  const [first = message, ...rest] = [message, ...problems.filter(({ severity }) => severity === "error").map(toldOf)];
  const next: Partial<Record<AppError["kind"], string>> = {
    stale: "Call plan again, look at what it would change, and give what it calls plan.",
    problems: "Mend what is wrong with apply_edits, then plan again.",
    credentials:
      name === "ProfileNotFound"
        ? "Ask the person to name another one in --allow-deploy."
        : target.kind === "aws" && target.profile !== ""
          ? `Ask the person to sign in: aws sso login --profile ${target.profile}.`
          : "Ask the person for credentials in the environment of stepwire mcp.",
  };
  return [first, ...rest, next[kind] ?? ""].filter((line) => line !== "").join(" ");
}

function toldOf({ step, message }: { readonly step?: string | null; readonly message: string }): string {
  return step == null ? message : `${step}: ${message}`;
}
