import { resourceRun } from "./runBuilders";
import type { RunsAs } from "./runsAs";
import { madePermissions } from "./values/permissions";

export const model = {
  ...resourceRun("Model", "model"),
  asks: { ...madePermissions("Models", ["CreateModel", "DescribeModel"], ["model"]), takesOwnRole: true },
} satisfies RunsAs;
