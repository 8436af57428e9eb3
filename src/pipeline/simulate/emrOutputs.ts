import { entries, get, getIn, isList, type Value } from "../definition/value";
import { defaultBucket, jobNameOf, tokenFrom } from "./names";
import { askedText, type OutputsOfType } from "./sampleRequest";

/** EMR's own `Step`, which repeats what was asked for, and the cluster that ran it (pipeline-definition 3.3). */
export const emrStep: OutputsOfType = ({ request, context, name }) => {
  const token = tokenFrom(`${context.executionId}/${name}/emr`, 13).toUpperCase();
  const asked = getIn(request, ["StepConfig", "HadoopJarStep"]);
  const config: readonly (readonly [string, Value | undefined])[] = [
    ["Jar", get(asked, "Jar")],
    ["Args", get(asked, "Args") ?? []],
    ["MainClass", get(asked, "MainClass")],
    ["Properties", propertiesOf(get(asked, "Properties"))],
  ];
  return [
    [["ClusterId"], askedText(request, "ClusterId") ?? `j-${token}`],
    [["Id"], `s-${token}`],
    [["Name"], jobNameOf(context, name)],
    ...config.flatMap(([key, value]) => (value === undefined ? [] : [[["Config", key], value] as const])),
    [["ActionOnFailure"], "CONTINUE"],
    [["Status", "State"], "COMPLETED"],
  ];
};

/** The request lists keys and values, the description is a map of them. */
function propertiesOf(list: Value | undefined): Value {
  if (!isList(list)) return {};
  return Object.fromEntries(
    list.map((item) => {
      const pairs = new Map(entries(item).map(([key, value]) => [key.toLowerCase(), value]));
      return [String(pairs.get("key") ?? ""), pairs.get("value") ?? ""];
    }),
  );
}

/** What the service's metadata says of a job run (pipeline-definition 6.11). */
export const serverlessJobRun: OutputsOfType = ({ request, context, name }) => {
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
