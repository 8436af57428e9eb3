/** The schedules that start the document's pipeline at its target: listed, made, paused. */
import { createStore, type StoreApi } from "zustand/vanilla";
import type { AppError } from "../../../contract/appError";
import type { IntentTokens } from "../../../contract/intentTokens";
import type { Schedule } from "../../../contract/schedules";
import type { Target } from "../../../contract/target";
import type { AccountCalls } from "../account/accountCalls";
import { whyNotRole } from "../deploy/role";

export interface SchedulesState {
  readonly state: "loading" | "loaded" | "failed";
  readonly schedules: readonly Schedule[];
  readonly more: boolean;
  /** What failed last: a look, or a change. */
  readonly error: AppError | null;
  readonly busy: boolean;
}

export interface NewSchedule {
  readonly name: string;
  readonly expression: string;
  readonly timezone: string;
  readonly roleArn: string;
}

export interface Schedules {
  readonly store: StoreApi<SchedulesState>;
  load(): Promise<void>;
  /** Answers whether it is there. */
  create(wanted: NewSchedule): Promise<boolean>;
  pause(schedule: Schedule, paused: boolean): Promise<void>;
}

type Calls = Pick<AccountCalls, "describePipeline" | "listSchedules" | "createSchedule" | "pauseSchedule">;

export function createSchedules(calls: Calls, tokens: IntentTokens, target: Target, pipeline: string): Schedules {
  const start: SchedulesState = { state: "loading", schedules: [], more: false, error: null, busy: false };
  const store = createStore<SchedulesState>(() => start);
  let pipelineArn = "";

  async function load(): Promise<void> {
    const described = await calls.describePipeline({ target, pipeline });
    if (!described.ok) return store.setState({ state: "failed", error: described.error });
    pipelineArn = described.value.arn;
    const listed = await calls.listSchedules({ target, pipelineArn });
    if (listed.ok) store.setState({ state: "loaded", ...listed.value });
    else store.setState({ state: "failed", error: listed.error });
  }

  /** One change at a time; what it left is looked at. */
  async function changing(
    change: () => Promise<{ readonly ok: boolean; readonly error?: AppError }>,
  ): Promise<boolean> {
    store.setState({ busy: true, error: null });
    const result = await change();
    if (result.error !== undefined) store.setState({ error: result.error });
    await load();
    store.setState({ busy: false });
    return result.ok;
  }

  return {
    store,
    load,
    create: ({ name, expression, timezone, roleArn }) => {
      const zone = timezone === "" ? {} : { timezone };
      const request = { target, pipelineArn, name, expression, ...zone, roleArn, parameters: [] };
      return changing(() =>
        tokens.with(`schedule.${JSON.stringify(request)}`, (token) => calls.createSchedule({ ...request, token })),
      );
    },
    pause: async ({ name, group, lastModified }, paused) => {
      const request = { target, name, group, paused };
      const intent = `pause.${JSON.stringify([request, lastModified])}`;
      await changing(() => tokens.with(intent, (token) => calls.pauseSchedule({ ...request, token })));
    },
  };
}

/** What keeps a schedule from being made, by what is typed; null where nothing does. */
export function whyNotSchedule({ name, expression, roleArn }: NewSchedule): string | null {
  if (!/^[0-9a-zA-Z-_.]{1,64}$/.test(name))
    return "A schedule's name has 1 to 64 letters, digits, hyphens, underscores and dots.";
  if (!/^(?:rate\(\d+ (?:minute|hour|day)s?\)|cron\([^()]+\)|at\(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\))$/.test(expression))
    return "When it starts looks like rate(1 day), cron(0 6 * * ? *) or at(2026-12-01T06:00:00).";
  return whyNotRole(roleArn);
}
