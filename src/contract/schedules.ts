import { parameterValueSchema } from "./executions";
import { moment, requestToken, z } from "./schema";
import { targetSchema } from "./targetSchema";

const pipelineArn = z.string().check(z.minLength(1), z.maxLength(2048));
const scheduleName = z.string().check(z.regex(/^[0-9a-zA-Z-_.]{1,64}$/));
const expression = z.string().check(z.minLength(1), z.maxLength(256));

const schedule = z.object({
  name: z.string(),
  group: z.string(),
  enabled: z.boolean(),
  /** `rate(1 day)`, `cron(0 6 * * ? *)`, `at(2026-12-01T06:00:00)`. */
  expression: z.string(),
  timezone: z.nullable(z.string()),
  roleArn: z.nullable(z.string()),
  parameters: z.array(parameterValueSchema),
  lastModified: z.nullable(moment),
});
export type Schedule = z.infer<typeof schedule>;

export const listSchedulesRequest = z.object({ target: targetSchema, pipelineArn });
export const scheduleListSchema = z.object({ schedules: z.array(schedule), more: z.boolean() });

export const createScheduleRequest = z.object({
  target: targetSchema,
  pipelineArn,
  name: scheduleName,
  expression,
  timezone: z.optional(z.string().check(z.maxLength(50))),
  /** The role that EventBridge Scheduler starts the pipeline with. */
  roleArn: z.string().check(z.minLength(20), z.maxLength(1600)),
  parameters: z.array(parameterValueSchema).check(z.maxLength(200)),
  token: requestToken,
});
export const scheduleArnSchema = z.object({ scheduleArn: z.string() });

export const pauseScheduleRequest = z.object({
  target: targetSchema,
  name: scheduleName,
  group: scheduleName,
  paused: z.boolean(),
  token: requestToken,
});
