import { createSchedule as createIn } from "../account/schedules";
import type { Operation } from "./operation";

export const createSchedule: Operation<"createSchedule"> = async ({ target, ...creation }, { regions }) =>
  createIn(await regions.region(target), creation);
