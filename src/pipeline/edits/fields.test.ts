import { describe, expect, it } from "vitest";
import { doUndoRedo } from "../../testing/doUndoRedo";
import { args } from "../../testing/edited";
import { documentOf } from "../../testing/load";
import { lambda } from "../../testing/steps";
import { get, getIn } from "../definition/value";
import { stepAt } from "../graph/stepTree";
import { addElement, moveElement, removeField, renameMapKey, setField } from "./fields";

describe("fields", () => {
  const document = documentOf([
    lambda("A", { Arguments: { b: 1, a: 2 } }),
    { Name: "T", Type: "Training", Arguments: { InputDataConfig: [{ ChannelName: "one" }, { ChannelName: "two" }] } },
  ]);

  it("are set, made on the way, removed and closed up", () => {
    const set = doUndoRedo(document, setField("T", ["Arguments", "VpcConfig", "Subnets", 0], "subnet-1"));
    expect(getIn(stepAt(set.definition, "T").step, ["Arguments", "VpcConfig"])).toEqual({ Subnets: ["subnet-1"] });
    const removed = doUndoRedo(set, removeField("T", ["Arguments", "VpcConfig", "Subnets"]));
    expect(get(args(removed, "T"), "VpcConfig")).toBeUndefined();
    expect(
      get(args(doUndoRedo(document, removeField("T", ["Arguments", "InputDataConfig", 0])), "T"), "InputDataConfig"),
    ).toEqual([{ ChannelName: "two" }]);
  });

  it("grow, move and rename in place", () => {
    const grown = doUndoRedo(document, addElement("T", ["Arguments", "InputDataConfig"], { ChannelName: "three" }));
    const moved = doUndoRedo(grown, moveElement("T", ["Arguments", "InputDataConfig"], 2, 0));
    expect(JSON.stringify(get(args(moved, "T"), "InputDataConfig"))).toBe(
      '[{"ChannelName":"three"},{"ChannelName":"one"},{"ChannelName":"two"}]',
    );
    const renamed = doUndoRedo(document, renameMapKey("A", ["Arguments"], "b", "z"));
    expect(Object.keys(args(renamed, "A") ?? {})).toEqual(["z", "a"]);
    expect(() => renameMapKey("A", ["Arguments"], "b", "a")(document)).toThrow("There is a a already.");
  });
});
