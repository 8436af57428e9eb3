import { entries, get, has, isList, isObject, type Value } from "../../../pipeline/definition/value";
import type { Argument } from "../layout";
import type { OwnClass } from "../sdk";
import { hasKeys } from "../stepParts";
import { Keywords, operand } from "./operands";

/** A step on a cluster of EMR: its class takes words for people even where there are none. */
export function emr(takes: OwnClass["takes"]): OwnClass {
  return {
    takes,
    write({ args, step }, writing) {
      const [jar, cluster] = [get(get(args, "StepConfig"), "HadoopJarStep"), get(args, "ClusterConfig")];
      const isKnown =
        hasKeys(args, "StepConfig", "ClusterId?", "ClusterConfig?", "ExecutionRoleArn?") &&
        hasKeys(get(args, "StepConfig"), "HadoopJarStep") &&
        hasKeys(jar, "Jar", "Args?", "MainClass?", "Properties?");
      const id = get(args, "ClusterId");
      if (!isKnown || (id === undefined) === (cluster === undefined)) return null;
      if (id === undefined && (has(args, "ExecutionRoleArn") || !isCluster(cluster))) return null;
      const config = new Keywords();
      config.must("jar", operand(get(jar, "Jar"), "text", writing));
      for (const [name, key] of [
        ["args", "Args"],
        ["properties", "Properties"],
      ] as const) {
        config.may(name, get(jar, key), (value) => (isList(value) ? writing.value(value) : null));
      }
      config.may("main_class", get(jar, "MainClass"), (value) => operand(value, "text", writing));
      const called = new Keywords();
      called.may("execution_role_arn", get(args, "ExecutionRoleArn"), (value) => operand(value, "text", writing));
      called.may("cluster_config", cluster, (value) => writing.value(value));
      called.must("cluster_id", id === undefined ? "None" : operand(id, "text", writing));
      if (!config.fits || !called.fits) return null;
      return {
        of: "EMRStep",
        args: [...wordsOf(step), ...called.args, ["step_config", writing.make("EMRStepConfig", ...config.args)]],
      };
    },
  };
}

/** What the class has to be told that there is none of. */
export function wordsOf(step: Value): readonly Argument[] {
  const missing = [
    ["DisplayName", "display_name"],
    ["Description", "description"],
  ].filter(([key = ""]) => !has(step, key));
  return missing.map(([, name = ""]) => [name, "None"] as const);
}

/** A cluster as the SDK takes it: with instances of one kind, and nothing that Pipelines sets itself. */
function isCluster(value: Value | undefined): boolean {
  const instances = get(value, "Instances");
  if (!isObject(value) || !isObject(instances)) return false;
  if (entries(value).some(([key]) => ["Name", "AutoTerminationPolicy", "Steps"].includes(key))) return false;
  if (entries(instances).some(([key]) => ["KeepJobFlowAliveWhenNoSteps", "TerminationProtected"].includes(key)))
    return false;
  return has(instances, "InstanceGroups") !== has(instances, "InstanceFleets");
}
