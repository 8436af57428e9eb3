/** S3 and EventBridge Scheduler that remember what was done, before a local region that reads large definitions from that S3. */
import type { LocalRegion } from "../local-region";
import { type Answers, AwsRefusal, askedIn, createFakeAws, nameOf } from "./fakeAws";
import { type Told, toldToSageMaker } from "./faultProxy";

type Members = Readonly<Record<string, unknown>>;

export interface StatefulAws {
  readonly objects: ReadonlyMap<string, string>;
  /** By name, with how often each was made. */
  readonly schedules: ReadonlyMap<string, { readonly input: Members; readonly made: number }>;
  of(region: LocalRegion): Pick<LocalRegion, "handle">;
  readonly told: Told;
}

const account = "111122223333";
const arnOf = (name: unknown) => `arn:aws:scheduler:eu-west-1:${account}:schedule/default/${name}`;

export function createStatefulAws(): StatefulAws {
  const objects = new Map<string, string>();
  const schedules = new Map<string, { input: Members; made: number }>();
  const scheduleOf = (name: unknown) => {
    const found = schedules.get(String(name));
    if (found === undefined) throw new AwsRefusal(404, "ResourceNotFoundException", `Schedule ${name} does not exist.`);
    return found;
  };
  const answers: Answers = {
    "sts.GetCallerIdentity": () => ({ Account: account, Arn: `arn:aws:iam::${account}:user/u`, UserId: "AIDA" }),
    "s3.HeadBucket": () => ({ BucketRegion: "eu-west-1" }),
    "s3.PutObject": ({ Key, Body }) => {
      objects.set(String(Key), String(Body));
      return { ETag: '"1"' };
    },
    "scheduler.CreateSchedule": ({ Name, ...input }) => {
      const before = schedules.get(String(Name));
      // The same request with the same token is the same schedule (API `CreateSchedule`, ClientToken).
      if (before !== undefined && before.input.ClientToken !== input.ClientToken)
        throw new AwsRefusal(409, "ConflictException", `Schedule ${Name} already exists.`);
      schedules.set(String(Name), { input, made: before?.made ?? 1 });
      return { ScheduleArn: arnOf(Name) };
    },
    "scheduler.GetSchedule": ({ Name }) => {
      const { ClientToken: _token, ...input } = scheduleOf(Name).input;
      return { Arn: arnOf(Name), Name, GroupName: "default", ...input };
    },
    "scheduler.ListSchedules": () => ({
      Schedules: [...schedules].map(([Name, { input }]) => ({
        ...{ Name, GroupName: "default", State: input.State },
        Target: { Arn: (input.Target as { Arn: string }).Arn },
      })),
    }),
    "scheduler.UpdateSchedule": ({ Name, GroupName: _group, ...input }) => {
      schedules.set(String(Name), { input, made: scheduleOf(Name).made });
      return { ScheduleArn: arnOf(Name) };
    },
  };
  return {
    objects,
    schedules,
    of: (region) =>
      createFakeAws(answers, {
        handle: (request) => region.handle({ ...request, body: withDefinition(request.body, objects) }),
      }),
    told: (request) => {
      const asked = askedIn(request);
      if (asked === null) return toldToSageMaker(request);
      const { Key = "", Name = "" } = asked.input as Partial<Record<string, string>>;
      return { operation: nameOf(asked), pipeline: Key.split("/")[1] ?? Name };
    },
  };
}

/** SageMaker reads a definition that lies in S3 when it is asked to. */
function withDefinition(body: string, objects: ReadonlyMap<string, string>): string {
  if (!body.includes("PipelineDefinitionS3Location")) return body;
  const { PipelineDefinitionS3Location: location, ...rest } = JSON.parse(body);
  return JSON.stringify({ ...rest, PipelineDefinition: objects.get(location.ObjectKey) });
}
