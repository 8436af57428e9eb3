/** What an account is asked before a pipeline is deployed to it: whether what is named is there, and whether its role is allowed what steps need. */
import type { ObjectValue } from "../../pipeline/definition/value";
import { type NamedInAccount, namedResources } from "./data";
import { policyOf } from "./policy";

/** So many at most are asked: a definition may name thousands. */
const mostNamed = 300;
const mostNeeded = 100;

export interface AccountQuestions {
  readonly named: NamedInAccount[];
  readonly needed: {
    readonly actions: string[];
    readonly resources: string[];
    /** The service that a role is handed to. */
    readonly passedTo: string | null;
  }[];
}

export function accountQuestions(definition: ObjectValue, roleArn: string): AccountQuestions {
  const needed = policyOf(definition, roleArn).Statement.map(({ Action, Resource, Condition }) => ({
    actions: [...Action],
    resources: Resource.slice(0, 200),
    passedTo: Condition?.StringEquals["iam:PassedToService"] ?? null,
  }));
  const named = namedResources(definition).filter(({ name }) => name !== roleArn);
  return { named: named.slice(0, mostNamed), needed: needed.slice(0, mostNeeded) };
}
