/** What the account is asked before a deploy: it tells, and stops nothing. */
import { createStore, type StoreApi } from "zustand/vanilla";
import type { Preflight, PreflightRequest } from "../../../contract/account";
import type { AppError } from "../../../contract/appError";
import type { Target } from "../../../contract/target";
import type { ObjectValue } from "../../../pipeline/definition/value";
import { loadPart } from "../../session/loadPart";
import type { AccountCalls } from "../account/accountCalls";

export type PreflightState =
  /** The local region has no account to ask. */
  | { readonly is: "none" }
  | { readonly is: "asking" }
  | { readonly is: "answered"; readonly preflight: Preflight }
  | { readonly is: "failed"; readonly error: AppError };

export interface PreflightRun {
  readonly store: StoreApi<PreflightState>;
  /** Asks anew; an answer to an earlier question is forgotten. */
  ask(definition: ObjectValue, roleArn: string): Promise<void>;
}

export function createPreflight(
  target: Target,
  calls: Pick<AccountCalls, "preflight">,
  gone: AbortSignal,
): PreflightRun {
  const store = createStore<PreflightState>(() => ({ is: "none" }));
  let count = 0;
  return {
    store,
    async ask(definition, roleArn) {
      if (target.kind === "local") return;
      const asked = ++count;
      store.setState({ is: "asking" }, true);
      const request = { target, roleArn, ...(await questionsOf(definition, roleArn)) };
      const result = await calls.preflight(request, { signal: gone });
      if (asked !== count || gone.aborted) return;
      const next: PreflightState = result.ok
        ? { is: "answered", preflight: result.value }
        : { is: "failed", error: result.error };
      store.setState(next, true);
    },
  };
}

/** So many at most are asked: a definition may name thousands. */
const mostNamed = 300;
const mostNeeded = 100;

async function questionsOf(
  definition: ObjectValue,
  roleArn: string,
): Promise<Pick<PreflightRequest, "named" | "needed">> {
  const { namedResources, policyOf } = await loadPart(() => import("./accountQuestions"));
  const needed = policyOf(definition, roleArn).Statement.map(({ Action, Resource, Condition }) => ({
    actions: [...Action],
    resources: Resource.slice(0, 200),
    passedTo: Condition?.StringEquals["iam:PassedToService"] ?? null,
  }));
  const named = namedResources(definition).filter(({ name }) => name !== roleArn);
  return { named: named.slice(0, mostNamed), needed: needed.slice(0, mostNeeded) };
}
