/** Schedules of EventBridge Scheduler that start a pipeline. Stepwire makes no role for them: one is named. */
import type { GetScheduleCommandOutput } from "@aws-sdk/client-scheduler";
import { OperationError } from "../../contract/operationError";
import type { RequestOf } from "../../contract/operations";
import type { Schedule } from "../../contract/schedules";
import { answered, calling } from "../aws/awsError";
import type { Region } from "../aws/region";
import { sendOnce } from "../aws/sendOnce";
import type { Services } from "../aws/services/services";
import { moment } from "../aws/shapes";

/** So many are looked through, and so many of the pipeline's told. */
const mostRead = 2000;
const mostTold = 50;

function servicesIn({ services }: Region): Services {
  if (services !== null) return services;
  const message = "The local region has no scheduler: choose an AWS profile as the target.";
  throw new OperationError({ kind: "unsupported", name: "NoScheduler", message, operation: "scheduler:ListSchedules" });
}

export async function listSchedules(region: Region, pipelineArn: string) {
  const scheduler = await servicesIn(region).scheduler();
  const found: { readonly Name?: string | undefined; readonly GroupName?: string | undefined }[] = [];
  let token: string | undefined;
  let read = 0;
  do {
    const page = await calling("scheduler:ListSchedules", () => scheduler.listSchedules(token));
    const { Schedules = [] } = page;
    read += Schedules.length;
    found.push(...Schedules.filter(({ Target }) => Target?.Arn === pipelineArn));
    token = page.NextToken === "" ? undefined : page.NextToken;
  } while (token !== undefined && read < mostRead && found.length < mostTold);
  const schedules: Schedule[] = [];
  for (const { Name, GroupName } of found.slice(0, mostTold)) {
    schedules.push(told(await calling("scheduler:GetSchedule", () => scheduler.getSchedule({ Name, GroupName }))));
  }
  return { schedules, more: token !== undefined || found.length > mostTold };
}

function told(schedule: GetScheduleCommandOutput): Schedule {
  const { Target: target } = schedule;
  return {
    name: answered(schedule.Name, "scheduler:GetSchedule"),
    group: schedule.GroupName ?? "default",
    enabled: schedule.State !== "DISABLED",
    expression: schedule.ScheduleExpression ?? "",
    timezone: schedule.ScheduleExpressionTimezone ?? null,
    roleArn: target?.RoleArn ?? null,
    parameters: (target?.SageMakerPipelineParameters?.PipelineParameterList ?? []).map(({ Name, Value }) => ({
      ...{ name: Name ?? "", value: Value ?? "" },
    })),
    lastModified: moment(schedule.LastModificationDate),
  };
}

type Creation = Omit<RequestOf<"createSchedule">, "target">;

export async function createSchedule(region: Region, { token, ...wanted }: Creation) {
  const scheduler = await servicesIn(region).scheduler();
  const list = wanted.parameters.map(({ name, value }) => ({ Name: name, Value: value }));
  const input = {
    ...{ Name: wanted.name, ClientToken: token, State: "ENABLED" as const },
    ...{ ScheduleExpression: wanted.expression, ScheduleExpressionTimezone: wanted.timezone },
    FlexibleTimeWindow: { Mode: "OFF" as const },
    Target: {
      ...{ Arn: wanted.pipelineArn, RoleArn: wanted.roleArn },
      ...(list.length > 0 ? { SageMakerPipelineParameters: { PipelineParameterList: list } } : {}),
    },
  };
  const send = async () => {
    const { ScheduleArn } = await scheduler.createSchedule(input);
    return { scheduleArn: answered(ScheduleArn, "scheduler:CreateSchedule") };
  };
  return sendOnce(region, { operation: "scheduler:CreateSchedule", send });
}

type Pausing = Omit<RequestOf<"pauseSchedule">, "target">;

/** What is left out of an update is reset (API `UpdateSchedule`), so all that is there is sent again, with the other state. */
export async function pauseSchedule(region: Region, { name, group, paused, token }: Pausing) {
  const scheduler = await servicesIn(region).scheduler();
  const of = { Name: name, GroupName: group };
  const before = await calling("scheduler:GetSchedule", () => scheduler.getSchedule(of));
  const scheduleArn = answered(before.Arn, "scheduler:GetSchedule");
  const State = paused ? ("DISABLED" as const) : ("ENABLED" as const);
  if (before.State === State) return { scheduleArn };
  const input = {
    ...of,
    ...{ State, ClientToken: token },
    ...{ ActionAfterCompletion: before.ActionAfterCompletion, Description: before.Description },
    ...{ StartDate: before.StartDate, EndDate: before.EndDate, KmsKeyArn: before.KmsKeyArn },
    ScheduleExpression: before.ScheduleExpression,
    ScheduleExpressionTimezone: before.ScheduleExpressionTimezone,
    ...{ FlexibleTimeWindow: before.FlexibleTimeWindow, Target: before.Target },
  };
  const send = async () => {
    const { ScheduleArn } = await scheduler.updateSchedule(input);
    return { scheduleArn: answered(ScheduleArn, "scheduler:UpdateSchedule") };
  };
  return sendOnce(region, { operation: "scheduler:UpdateSchedule", send });
}
