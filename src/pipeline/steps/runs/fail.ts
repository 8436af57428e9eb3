import type { RunsAs } from "./runsAs";

export const fail = {
  ends: "asFailed",
  outputs: () => [],
  metadata: {
    key: "Fail",
    write: ({ failureReason }) => ({ ErrorMessage: failureReason ?? "" }),
    read: () => new Map(),
  },
  describedBy: null,
  console: null,
  writes: [],
} satisfies RunsAs;
