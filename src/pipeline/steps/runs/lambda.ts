import { get, text } from "../../definition/value";
import { plainRun, type RunsAs } from "./runsAs";
import { declared } from "./values/declared";
import { declaredMetadata } from "./values/metadata";
import { noPermissions } from "./values/permissions";

export const lambda = {
  ...plainRun,
  outputs: declared,
  metadata: declaredMetadata("Lambda", "Arn", "FunctionArn"),
  // A function cannot be stopped, and ends in its own time.
  runsToItsEnd: true,
  asks: {
    ...noPermissions,
    permissions: (step) => [
      {
        about: "Functions",
        actions: ["lambda:InvokeFunction"],
        resources: [functionOf(text(get(step, "FunctionArn")))],
      },
    ],
  },
} satisfies RunsAs;

/** Without the partition; whichever function, where the step computes it. A version or an alias is a resource of its own. */
function functionOf(arn: string | undefined): string {
  return /^arn:[\w-]+:(lambda:[\w-]+:\d{12}:function:[\w:$-]+)$/.exec(arn ?? "")?.[1] ?? "lambda:*:*:function:*";
}
