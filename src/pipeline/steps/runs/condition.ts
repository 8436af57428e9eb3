import { get } from "../../definition/value";
import { plainRun, type RunsAs } from "./runsAs";

export const condition = {
  ...plainRun,
  ends: "byComparing",
  outputs: () => [],
  metadata: {
    key: "Condition",
    write: ({ outcome }) => (outcome === null ? null : { Outcome: outcome ? "True" : "False" }),
    read: (inner) => new Map([["Outcome", /^true$/i.test(String(get(inner, "Outcome")))]]),
  },
} satisfies RunsAs;
