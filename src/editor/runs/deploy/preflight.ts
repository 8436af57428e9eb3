/** What the account is asked before a deploy: it tells, and stops nothing. */
import { createStore, type StoreApi } from "zustand/vanilla";
import type { Preflight } from "../../../contract/account";
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
      const { accountQuestions } = await loadPart(() => import("../../../export/policy/accountQuestions"));
      const request = { target, roleArn, ...accountQuestions(definition, roleArn) };
      const result = await calls.preflight(request, { signal: gone });
      if (asked !== count || gone.aborted) return;
      const next: PreflightState = result.ok
        ? { is: "answered", preflight: result.value }
        : { is: "failed", error: result.error };
      store.setState(next, true);
    },
  };
}
