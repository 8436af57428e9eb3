import { get } from "../../definition/value";
import { plainRun, type RunsAs } from "./runsAs";
import { noPermissions } from "./values/permissions";

export const condition = {
  ...plainRun,
  ends: "byComparing",
  outputs: () => [],
  metadata: {
    key: "Condition",
    write: ({ outcome }) => (outcome === null ? null : { Outcome: outcome ? "True" : "False" }),
    read: (inner) => new Map([["Outcome", /^true$/i.test(String(get(inner, "Outcome")))]]),
  },
  asks: noPermissions,
} satisfies RunsAs;
