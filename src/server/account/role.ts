import type { Finding } from "../../contract/account";
import type { Caller } from "../aws/caller";
import type { Services } from "../aws/services/services";
import { type Answer, answerTo, no, unseen, yes } from "./ask";

const sageMaker = "sagemaker.amazonaws.com";

/** Whether the pipeline's role is there, may be assumed by SageMaker, and be passed by who asks. */
export async function roleFindings(services: Services, roleArn: string, caller: Caller | null): Promise<Finding[]> {
  const iam = await services.iam();
  let trust: string | null = null;
  const exists = await answerTo("iam:GetRole", async () => {
    const { Role } = await iam.getRole(roleArn.slice(roleArn.lastIndexOf("/") + 1));
    trust = Role?.AssumeRolePolicyDocument ?? "";
    return Role?.Arn === roleArn ? yes : no(`The role of this name is ${Role?.Arn ?? "another"}.`);
  });
  const trusts = trust === null ? unseen("The role could not be read.") : trusted(trust);
  const passes = await answerTo("iam:SimulatePrincipalPolicy", () => mayPass(services, roleArn, caller));
  const about = { kind: "role", name: roleArn } as const;
  return [
    { about: "roleExists", ...about, ...exists },
    { about: "roleTrusts", ...about, ...trusts },
    { about: "mayPass", ...about, ...passes },
  ];
}

/** IAM gives the document percent-encoded (RFC 3986). */
function trusted(document: string): Answer {
  try {
    const { Statement } = JSON.parse(decodeURIComponent(document)) as { Statement?: unknown };
    const statements: unknown[] = Array.isArray(Statement) ? Statement : [Statement];
    return statements.some(letsAssume) ? yes : no(`Its trust policy does not name ${sageMaker}.`);
  } catch {
    return unseen("Its trust policy could not be read.");
  }
}

function letsAssume(statement: unknown): boolean {
  const { Effect, Principal, Action } = statement as Readonly<Record<string, unknown>>;
  const services = Principal === "*" ? "*" : (Principal as { Service?: unknown } | undefined)?.Service;
  const has = (among: unknown, wanted: string) =>
    [among].flat().some((one) => one === "*" || (typeof one === "string" && one.toLowerCase() === wanted));
  return Effect === "Allow" && has(services, sageMaker) && (has(Action, "sts:assumerole") || has(Action, "sts:*"));
}

async function mayPass(services: Services, roleArn: string, caller: Caller | null): Promise<Answer> {
  if (caller === null) return unseen("Who asks is not known (sts:GetCallerIdentity).");
  if (caller.arn.endsWith(":root")) return yes;
  const { EvaluationResults } = await (await services.iam()).simulate({
    PolicySourceArn: principalOf(caller.arn),
    ActionNames: ["iam:PassRole"],
    ResourceArns: [roleArn],
    ContextEntries: [passedTo(sageMaker)],
  });
  const [result] = EvaluationResults ?? [];
  if (result === undefined) return unseen("IAM gave no answer.");
  return result.EvalDecision === "allowed"
    ? yes
    : no(`${caller.arn} is not allowed iam:PassRole on it (${result.EvalDecision}).`);
}

export function passedTo(service: string) {
  const ContextKeyType = "string" as const;
  return { ContextKeyName: "iam:PassedToService", ContextKeyType, ContextKeyValues: [service] };
}

/** Of a session, the role behind it: IAM simulates users, groups and roles alone. */
function principalOf(arn: string): string {
  const [, partition, account, role] = /^arn:([\w-]+):sts::(\d{12}):assumed-role\/([^/]+)\//.exec(arn) ?? [];
  return role === undefined ? arn : `arn:${partition}:iam::${account}:role/${role}`;
}
