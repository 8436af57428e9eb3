import { listSchedules as listIn } from "../account/schedules";
import type { Operation } from "./operation";

export const listSchedules: Operation<"listSchedules"> = async ({ target, pipelineArn }, { regions }) =>
  listIn(await regions.region(target), pipelineArn);
