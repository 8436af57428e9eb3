/**
 * Every execution of a pipeline, page by page, with a filter. SageMaker's list knows the time alone, so status and parameters are looked
 * at here, and the list is read on until a page is full or so much was looked through.
 */
import { createStore, type StoreApi } from "zustand/vanilla";
import type { AppError } from "../../../../contract/appError";
import type { Execution, ParameterValue } from "../../../../contract/executions";
import { isFinished } from "../../../../contract/finished";
import type { Target } from "../../../../contract/target";
import type { ExecutionCalls } from "../calls";
import { type ExecutionFilter, fits, momentsOf, noFilter } from "./filter";

/** What the list does not tell of an execution. */
export interface ExecutionFacts {
  readonly parameters: readonly ParameterValue[];
  readonly lastModified: string | null;
  readonly versionId: number | null;
}

export interface TableState {
  readonly state: "loading" | "loaded" | "failed";
  readonly error: AppError | null;
  readonly filter: ExecutionFilter;
  /** What was read so far, newest first. */
  readonly read: readonly Execution[];
  readonly next: string | null;
  readonly facts: ReadonlyMap<string, ExecutionFacts>;
  /** Counted from 0. */
  readonly page: number;
}

export const rowsOfPage = 20;

/** So many more are looked through at most, then the person says whether to go on. */
const mostAtOnce = 1000;
/** Calls under way at a time, where each execution has to be asked for itself. */
const atOnce = 4;

export interface ExecutionTable {
  readonly store: StoreApi<TableState>;
  /** Reads it anew from the newest on. */
  refresh(): Promise<void>;
  filter(change: Partial<ExecutionFilter>): Promise<void>;
  toPage(page: number): Promise<void>;
  close(): void;
}

type Calls = Pick<ExecutionCalls, "listExecutions" | "parametersForExecution" | "describeExecution">;

/** The rows that fit, of all that was read. */
export function fitting({ read, filter, facts }: TableState): readonly Execution[] {
  return read.filter((execution) => fits(filter, execution, facts.get(execution.arn)?.parameters));
}

export function rowsOn(state: TableState): readonly Execution[] {
  return fitting(state).slice(state.page * rowsOfPage, (state.page + 1) * rowsOfPage);
}

export function createTable(calls: Calls, target: Target, pipeline: string): ExecutionTable {
  const store = createStore<TableState>(() => ({
    state: "loading",
    error: null,
    filter: noFilter,
    read: [],
    next: null,
    facts: new Map(),
    page: 0,
  }));
  const get = store.getState;
  let asked = 0;

  async function begin(change: Partial<TableState>): Promise<void> {
    const mine = ++asked;
    store.setState({ state: "loading", error: null, ...change });
    if (await readPage(mine, true)) await fill(mine);
  }

  /** Reads on until the page is full. */
  async function fill(mine: number): Promise<void> {
    const from = get().read.length;
    for (;;) {
      const { filter, read, next, page } = get();
      if (filter.parameter.trim() !== "") await learn(mine, read);
      if (mine !== asked) return;
      const isFull = fitting(get()).length > (page + 1) * rowsOfPage;
      if (isFull || next === null || read.length - from >= mostAtOnce) break;
      if (!(await readPage(mine, false))) return;
    }
    store.setState({ state: "loaded" });
    await learn(mine, rowsOn(get()));
  }

  /** Reads the next page of the service's list, or the first anew. */
  async function readPage(mine: number, anew: boolean): Promise<boolean> {
    const { filter, next } = get();
    const onwards = anew || next === null ? {} : { next };
    const result = await calls.listExecutions({ target, pipeline, ...momentsOf(filter), ...onwards });
    if (mine !== asked) return false;
    if (!result.ok) {
      store.setState({ state: "failed", error: result.error });
      return false;
    }
    const { executions, next: after } = result.value;
    store.setState(({ read }) => ({ read: anew ? executions : [...read, ...executions], next: after }));
    return true;
  }

  /** Asks for what the list does not tell. What fails is not known, and asked for again the next time. */
  async function learn(mine: number, executions: readonly Execution[]): Promise<void> {
    const waiting = executions.filter(({ arn }) => !get().facts.has(arn));
    const learnNext = async (): Promise<void> => {
      for (let one = waiting.shift(); one !== undefined && mine === asked; one = waiting.shift())
        await learnOf(one.arn);
    };
    await Promise.all(Array.from({ length: atOnce }, learnNext));
  }

  async function learnOf(executionArn: string): Promise<void> {
    const [given, described] = await Promise.all([
      calls.parametersForExecution({ target, executionArn }),
      calls.describeExecution({ target, executionArn }),
    ]);
    if (!given.ok || !described.ok) return;
    const { lastModified, versionId } = described.value;
    const facts = { parameters: given.value.parameters, lastModified, versionId };
    store.setState((state) => ({ facts: new Map(state.facts).set(executionArn, facts) }));
  }

  return {
    store,
    refresh() {
      const { read, facts } = get();
      const ended = read.filter(({ arn, status }) => isFinished(status) && facts.has(arn));
      return begin({ facts: new Map([...facts].filter(([arn]) => ended.some((one) => one.arn === arn))) });
    },
    filter(change) {
      const filter = { ...get().filter, ...change };
      const isOfTime = "from" in change || "to" in change;
      if (isOfTime) return begin({ filter, page: 0 });
      const mine = ++asked;
      store.setState({ filter, page: 0, state: "loading", error: null });
      return fill(mine);
    },
    toPage(page) {
      const mine = ++asked;
      store.setState({ page, state: "loading", error: null });
      return fill(mine);
    },
    close() {
      asked++;
    },
  };
}
