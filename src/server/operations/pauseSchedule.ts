import { pauseSchedule as pauseIn } from "../account/schedules";
import type { Operation } from "./operation";

export const pauseSchedule: Operation<"pauseSchedule"> = async ({ target, ...pausing }, { regions }) =>
  pauseIn(await regions.region(target), pausing);
