import { plainRun, type RunsAs } from "./runsAs";

export const fail = {
  ...plainRun,
  ends: "asFailed",
  outputs: () => [],
  metadata: {
    key: "Fail",
    write: ({ failureReason }) => ({ ErrorMessage: failureReason ?? "" }),
    read: () => new Map(),
  },
} satisfies RunsAs;
