import { parsePath, printPath } from "../../definition/path";
import { entries, get, isList, type ObjectValue, text, type Value } from "../../definition/value";
import { plainRun, type RunsAs } from "./runsAs";
import { arnOf } from "./values/names";
import type { Outputs } from "./values/outputs";
import { madePermissions } from "./values/permissions";
import type { OutputsOfRun } from "./values/sampleRequest";

/** `ActionArns`, `ArtifactArns` and `ContextArns` are maps from the name in the request to an ARN. */
const outputs: OutputsOfRun = ({ request, context }) =>
  ["Action", "Artifact", "Context"].flatMap((kind) => {
    const list = get(request, `${kind}s`);
    if (!isList(list)) return [];
    return list.flatMap((item) => {
      const name = text(get(item, `${kind}Name`));
      if (name === undefined) return [];
      return [[[`${kind}Arns`, name], arnOf(context, `${kind.toLowerCase()}/${name}`)] as const];
    });
  });

function write(outputs: Outputs): Value {
  const arns: Record<string, Record<string, Value>> = {};
  for (const [key, value] of outputs) {
    const path = parsePath(key);
    if (path === null || path.length !== 2) continue;
    const kind = String(path[0]);
    arns[kind] = { ...arns[kind], [String(path[1])]: value };
  }
  return arns;
}

function read(inner: ObjectValue): Outputs {
  const found = new Map<string, Value>();
  for (const [kind, arns] of entries(inner)) {
    for (const [name, arn] of entries(arns)) found.set(printPath([kind, name]), arn);
  }
  return found;
}

export const lineage = {
  ...plainRun,
  outputs,
  metadata: { key: "Lineage", write: (ended) => write(ended.outputs), read },
  asks: madePermissions(
    "Lineage",
    [
      "CreateAction",
      "CreateArtifact",
      "CreateContext",
      "AddAssociation",
      "DescribeAction",
      "DescribeArtifact",
      "DescribeContext",
    ],
    ["action", "artifact", "context"],
  ),
} satisfies RunsAs;
