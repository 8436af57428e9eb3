import { plainRun, type RunsAs } from "./runsAs";
import { noPermissions } from "./values/permissions";

export const fail = {
  ...plainRun,
  ends: "asFailed",
  outputs: () => [],
  metadata: {
    key: "Fail",
    write: ({ failureReason }) => ({ ErrorMessage: failureReason ?? "" }),
    read: () => new Map(),
  },
  asks: noPermissions,
} satisfies RunsAs;
