import { get, getIn, isList, text, type Value } from "../../definition/value";
import { plainRun, type RunsAs } from "./runsAs";

export const cleanup = {
  ...plainRun,
  outputs: () => [],
  metadata: {
    key: "Cleanup",
    write: ({ request }) => ({ CleanedSteps: namedSteps(request), FailedSteps: [], SkippedSteps: [] }),
    read: () => new Map(),
  },
} satisfies RunsAs;

function namedSteps(request: Value): Value {
  const sources = getIn(request, ["Resources", "S3"]);
  return isList(sources) ? sources.flatMap((source) => text(get(source, "StepName")) ?? []) : [];
}
