import { expect, it } from "vitest";
import { doUndoRedo } from "../../testing/doUndoRedo";
import { createDocument } from "../definition/document";
import { getIn } from "../definition/value";
import type { Choice } from "../schema/stepType";
import { chooseMember } from "./choices";
import { EditRefused } from "./edit";

const cluster: Choice = {
  at: "Arguments",
  members: ["ClusterId", "ClusterConfig"],
  required: true,
  with: { ClusterId: ["ExecutionRoleArn"] },
};
const document = createDocument("d", "spark", {
  Steps: [
    {
      Name: "Spark",
      Type: "EMR",
      Arguments: { StepConfig: {}, ClusterId: "j-1", ExecutionRoleArn: "arn:role" },
    },
  ],
});
const at = ["Steps", 0, "Arguments"] as const;

it("the chosen member begins as its draft; the other goes, with what goes with it alone", () => {
  const made = doUndoRedo(document, chooseMember("Spark", ["Arguments"], cluster, "ClusterConfig", { Name: "" }));
  expect(getIn(made.definition, at)).toEqual({ StepConfig: {}, ClusterConfig: { Name: "" } });
  const back = doUndoRedo(made, chooseMember("Spark", ["Arguments"], cluster, "ClusterId", ""));
  expect(getIn(back.definition, at)).toEqual({ StepConfig: {}, ClusterId: "" });
});

it("a member that is given stays as it is", () => {
  expect(chooseMember("Spark", ["Arguments"], cluster, "ClusterId", "")(document)).toBe(document);
  const both = { Steps: [{ Name: "Spark", Type: "EMR", Arguments: { ClusterId: "j-1", ClusterConfig: {} } }] };
  const after = doUndoRedo(
    createDocument("d", "spark", both),
    chooseMember("Spark", ["Arguments"], cluster, "ClusterId", ""),
  );
  expect(getIn(after.definition, at)).toEqual({ ClusterId: "j-1" });
});

it("none of them is chosen: all go, with what goes with one of them", () => {
  const after = doUndoRedo(document, chooseMember("Spark", ["Arguments"], cluster, null, ""));
  expect(getIn(after.definition, at)).toEqual({ StepConfig: {} });
  expect(chooseMember("Spark", ["Arguments"], cluster, null, "")(after)).toBe(after);
});

it("what the chosen member cannot be without begins with it, and goes with it", () => {
  const end: Choice = {
    at: "x",
    members: ["Arn", "Name"],
    required: true,
    with: { Name: ["Type"] },
    begins: { Type: "Artifact" },
  };
  const path = ["Arguments", "Source"];
  const byName = doUndoRedo(document, chooseMember("Spark", path, end, "Name", ""));
  expect(getIn(byName.definition, [...at, "Source"])).toEqual({ Name: "", Type: "Artifact" });
  const byArn = doUndoRedo(byName, chooseMember("Spark", path, end, "Arn", ""));
  expect(getIn(byArn.definition, [...at, "Source"])).toEqual({ Arn: "" });
});

it("a structure that is not there is made for its member", () => {
  const choice = { at: "Arguments.ClusterConfig.Instances", members: ["InstanceGroups"], required: true };
  const path = ["Arguments", "ClusterConfig", "Instances"];
  const after = doUndoRedo(document, chooseMember("Spark", path, choice, "InstanceGroups", []));
  expect(getIn(after.definition, [...at, "ClusterConfig"])).toEqual({ Instances: { InstanceGroups: [] } });
});

it("nothing is chosen in a text", () => {
  const recipe = chooseMember("Spark", ["Arguments", "ClusterId"], cluster, "ClusterId", "");
  expect(() => recipe(document)).toThrow(EditRefused);
});
