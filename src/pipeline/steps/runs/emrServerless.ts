import { get, type Value } from "../../definition/value";
import { plainRun, type RunsAs } from "./runsAs";
import { repeatedMetadata } from "./values/metadata";
import { defaultBucket, jobNameOf, tokenFrom } from "./values/names";
import { emrRules, type Permission } from "./values/permissions";
import { askedText, type OutputsOfRun } from "./values/sampleRequest";

/** What the service's metadata says of a job run. */
const jobRun: OutputsOfRun = ({ request, context, name }) => {
  const token = (of: string) => tokenFrom(`${context.executionId}/${name}/${of}`, 16).toLowerCase();
  const application = askedText(request, "ApplicationId") ?? token("application");
  const run = token("run");
  const asked = ["configurationOverrides", "monitoringConfiguration", "s3MonitoringConfiguration", "logUri"];
  const logs = askedText(request, "JobConfig", ...asked) ?? `s3://${defaultBucket(context)}/logs`;
  return [
    [["ApplicationId"], application],
    [["JobRunId"], run],
    [["JobRunName"], askedText(request, "JobConfig", "name") ?? jobNameOf(context, name)],
    [["LogFilePath"], `${logs.replace(/\/+$/, "")}/applications/${application}/jobs/${run}/`],
  ];
};

export const emrServerless = {
  ...plainRun,
  outputs: jobRun,
  metadata: repeatedMetadata("EMRServerless", ["ApplicationId", "JobRunId", "JobRunName", "LogFilePath"]),
  asks: {
    permissions: (step) => emrServerlessOf(get(step, "Arguments")),
    passesTo: "emr-serverless.amazonaws.com",
    takesOwnRole: false,
    runsContainers: false,
  },
} satisfies RunsAs;

function emrServerlessOf(args: Value | undefined): readonly Permission[] {
  const makes = get(args, "ApplicationConfig") !== undefined;
  const runs = ["StartJobRun", "GetJobRun", "CancelJobRun", "GetApplication"];
  const own = makes ? ["StartApplication", "StopApplication", "DeleteApplication"] : [];
  return [
    {
      about: "Applications",
      actions: [...runs, ...own].map((action) => `emr-serverless:${action}`),
      resources: ["emr-serverless:*:*:/applications/*"],
    },
    ...(makes ? [{ about: "NewApplications", actions: ["emr-serverless:CreateApplication"], resources: ["*"] }] : []),
    emrRules,
  ];
}
