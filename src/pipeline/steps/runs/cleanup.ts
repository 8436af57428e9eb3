import { get, getIn, isList, text, type Value } from "../../definition/value";
import { plainRun, type RunsAs } from "./runsAs";
import { noPermissions } from "./values/permissions";

export const cleanup = {
  ...plainRun,
  outputs: () => [],
  metadata: {
    key: "Cleanup",
    write: ({ request }) => ({ CleanedSteps: namedSteps(request), FailedSteps: [], SkippedSteps: [] }),
    read: () => new Map(),
  },
  // It deletes objects: which, its fields and those of the steps that it names tell.
  asks: noPermissions,
} satisfies RunsAs;

function namedSteps(request: Value): Value {
  const sources = getIn(request, ["Resources", "S3"]);
  return isList(sources) ? sources.flatMap((source) => text(get(source, "StepName")) ?? []) : [];
}
