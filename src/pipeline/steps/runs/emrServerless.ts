import { plainRun, type RunsAs } from "./runsAs";
import { repeatedMetadata } from "./values/metadata";
import { defaultBucket, jobNameOf, tokenFrom } from "./values/names";
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
} satisfies RunsAs;
