import { get } from "../../definition/value";
import type { RunsAs } from "./runsAs";

export const condition = {
  ends: "byComparing",
  outputs: () => [],
  metadata: {
    key: "Condition",
    write: ({ outcome }) => (outcome === null ? null : { Outcome: outcome ? "True" : "False" }),
    read: (inner) => new Map([["Outcome", /^true$/i.test(String(get(inner, "Outcome")))]]),
  },
  describedBy: null,
  console: null,
  writes: [],
} satisfies RunsAs;
