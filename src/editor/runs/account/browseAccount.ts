/** Looks through what the chosen target has of a kind: what is listed, what is inside of it, and what of it fits what is typed. */
import { createStore, type StoreApi } from "zustand/vanilla";
import type { Resource, ResourceKind } from "../../../contract/account";
import type { AppError } from "../../../contract/appError";
import type { Target } from "../../../contract/target";
import type { AccountCalls } from "./accountCalls";

export interface Browsed {
  readonly state: "loading" | "loaded" | "failed";
  /** What was asked for: what is inside of it, or what the account was searched for; "" for all. */
  readonly search: string;
  readonly resources: readonly Resource[];
  /** True where the account has more than are listed. */
  readonly more: boolean;
  readonly error: AppError | null;
}

export interface Browsing {
  readonly store: StoreApi<Browsed>;
  readonly target: Target;
  /** Asks the account; what an earlier question is answered with is forgotten. */
  look(search: string): Promise<void>;
  close(): void;
}

const nothing: Browsed = { state: "loading", search: "", resources: [], more: false, error: null };

export function browseAccount(
  calls: Pick<AccountCalls, "listResources">,
  target: Target,
  kind: ResourceKind,
): Browsing {
  const store = createStore<Browsed>(() => nothing);
  const gone = new AbortController();
  let count = 0;
  return {
    store,
    target,
    async look(search) {
      const asked = ++count;
      store.setState({ ...nothing, search }, true);
      const result = await calls.listResources({ target, kind, search }, { signal: gone.signal });
      if (asked !== count || gone.signal.aborted) return;
      const next: Partial<Browsed> = result.ok
        ? { state: "loaded", ...result.value }
        : { state: "failed", error: result.error };
      store.setState(next);
    },
    close: () => gone.abort(),
  };
}

/** Those of what is listed that fit what is typed, in any order of its words. */
export function fitting(resources: readonly Resource[], typed: string): readonly Resource[] {
  const words = typed.toLowerCase().split(/\s+/);
  return resources.filter(({ value, label }) =>
    words.every((word) => `${value} ${label}`.toLowerCase().includes(word)),
  );
}
