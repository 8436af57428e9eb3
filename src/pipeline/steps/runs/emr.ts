import { entries, get, getIn, isList, text, type Value } from "../../definition/value";
import { plainRun, type RunsAs } from "./runsAs";
import { repeatedMetadata } from "./values/metadata";
import { jobNameOf, tokenFrom } from "./values/names";
import { emrRules, type Permission } from "./values/permissions";
import { askedText, type OutputsOfRun } from "./values/sampleRequest";

/** EMR's own `Step`, which repeats what was asked for, and the cluster that ran it. */
const emrStep: OutputsOfRun = ({ request, context, name }) => {
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

export const emr = {
  ...plainRun,
  outputs: emrStep,
  metadata: repeatedMetadata("EMR", [["StepId", "Id"], ["StepName", "Name"], "ClusterId"]),
  asks: {
    permissions: (step) => emrOf(get(step, "Arguments")),
    passesTo: "elasticmapreduce.amazonaws.com",
    takesOwnRole: false,
    runsContainers: false,
  },
} satisfies RunsAs;

function emrOf(args: Value | undefined): readonly Permission[] {
  const onCluster = ["AddJobFlowSteps", "CancelSteps", "DescribeCluster", "DescribeStep", "ListSteps"];
  const own = get(args, "ClusterConfig") === undefined ? [] : ["RunJobFlow", "TerminateJobFlows"];
  const cluster = text(get(args, "ClusterId"));
  return [
    {
      about: "Clusters",
      actions: [...onCluster, ...own].map((action) => `elasticmapreduce:${action}`),
      resources: [
        `elasticmapreduce:*:*:cluster/${cluster !== undefined && /^j-[A-Z0-9]+$/.test(cluster) ? cluster : "*"}`,
      ],
    },
    emrRules,
  ];
}
