import {
  CreateScheduleCommand,
  type CreateScheduleCommandInput,
  GetScheduleCommand,
  type GetScheduleCommandInput,
  ListSchedulesCommand,
  SchedulerClient,
  UpdateScheduleCommand,
  type UpdateScheduleCommandInput,
} from "@aws-sdk/client-scheduler";
import { twoClients } from "../twoClients";
import type { Connect } from "./connect";

/** What Stepwire asks of EventBridge Scheduler. */
export function scheduler({ configOf, limits }: Connect) {
  const { read, write } = twoClients((attempts) => new SchedulerClient(configOf(attempts)), limits);
  return {
    createSchedule: (input: CreateScheduleCommandInput) => write.send(new CreateScheduleCommand(input)),
    getSchedule: (input: GetScheduleCommandInput) => read.send(new GetScheduleCommand(input)),
    listSchedules: (NextToken?: string) => read.send(new ListSchedulesCommand({ NextToken, MaxResults: 100 })),
    updateSchedule: (input: UpdateScheduleCommandInput) => write.send(new UpdateScheduleCommand(input)),
  };
}
