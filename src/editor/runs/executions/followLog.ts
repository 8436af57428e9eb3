/** The log of a step, read on as long as the step runs. */
import { createStore, type StoreApi } from "zustand/vanilla";
import type { AppError } from "../../../contract/appError";
import type { StepLog } from "../../../contract/executions";
import type { Target } from "../../../contract/target";
import type { ExecutionCalls } from "./calls";

export interface LogState {
  readonly where: string | null;
  readonly lines: StepLog["lines"];
  readonly error: AppError | null;
  /** Something of it was read, or could not be. */
  readonly isRead: boolean;
}

export interface FollowedLog {
  readonly store: StoreApi<LogState>;
  /** Reads what was written since. */
  readOn(): Promise<void>;
}

/** A page has room for so many lines; what is older gives way. */
const mostLines = 20_000;
/** Answers to one wish to read on. */
const mostPages = 20;

export function followLog(
  calls: Pick<ExecutionCalls, "stepLog">,
  place: { readonly target: Target; readonly executionArn: string; readonly step: string },
): FollowedLog {
  const store = createStore<LogState>(() => ({ where: null, lines: [], error: null, isRead: false }));
  let known = new Set<string>();
  let reading = false;

  async function readOn(): Promise<void> {
    if (reading) return;
    reading = true;
    let next: string | null = null;
    for (let page = 0; page < mostPages; page++) {
      const last = store.getState().lines.findLast(({ at }) => at !== null)?.at;
      const after: { readonly after?: number } = last == null || next !== null ? {} : { after: Date.parse(last) };
      const result = await calls.stepLog({ ...place, ...after, ...(next === null ? {} : { next }) });
      if (!result.ok) {
        store.setState({ error: result.error, isRead: true });
        break;
      }
      take(result.value);
      next = result.value.next;
      if (next === null) break;
    }
    reading = false;
  }

  function take({ where, lines }: StepLog): void {
    const fresh = lines.filter(({ id }) => !known.has(id));
    const all = [...store.getState().lines, ...fresh].slice(-mostLines);
    known = new Set(all.map(({ id }) => id));
    store.setState({ where, error: null, isRead: true, ...(fresh.length === 0 ? {} : { lines: all }) });
  }

  return { store, readOn };
}
