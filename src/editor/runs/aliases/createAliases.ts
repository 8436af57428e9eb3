/** The aliases of the document's pipeline at its target: `dev`, `prod`, each the name of one version. */
import { createStore, type StoreApi } from "zustand/vanilla";
import { type AliasList, aliasPattern } from "../../../contract/aliases";
import type { AppError } from "../../../contract/appError";
import type { Target } from "../../../contract/target";
import type { AccountCalls } from "../account/accountCalls";

export interface AliasesState {
  readonly state: "loading" | "loaded" | "failed";
  readonly list: AliasList | null;
  /** What failed last: a look, or a move. */
  readonly error: AppError | null;
  readonly busy: boolean;
}

export interface Aliases {
  readonly store: StoreApi<AliasesState>;
  load(): Promise<void>;
  /** Gives a version the alias; null takes it away. Answers whether that is so. */
  move(alias: string, to: number | null): Promise<boolean>;
}

type Calls = Pick<AccountCalls, "listAliases" | "moveAlias">;

export function createAliases(calls: Calls, target: Target, pipeline: string): Aliases {
  const store = createStore<AliasesState>(() => ({ state: "loading", list: null, error: null, busy: false }));

  async function load(): Promise<void> {
    const listed = await calls.listAliases({ target, pipeline });
    if (listed.ok) store.setState({ state: "loaded", list: listed.value });
    else store.setState({ state: "failed", error: listed.error });
  }

  return {
    store,
    load,
    async move(alias, to) {
      const { list } = store.getState();
      if (list === null) return false;
      const from = list.aliases.find(({ name }) => name === alias)?.version ?? null;
      store.setState({ busy: true, error: null });
      const moved = await calls.moveAlias({ target, pipelineArn: list.pipelineArn, alias, from, to });
      if (!moved.ok) store.setState({ error: moved.error });
      await load();
      store.setState({ busy: false });
      return moved.ok;
    },
  };
}

/** Why a text is no alias; null where it is one. */
export function whyNotAlias(alias: string): string | null {
  if (aliasPattern.test(alias)) return null;
  return "An alias has 1 to 128 letters, digits, dots, hyphens and underscores, and not digits alone.";
}
