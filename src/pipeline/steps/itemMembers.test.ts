import { describe, expect, it } from "vitest";
import { documentOf } from "../../testing/load";
import { stepAt } from "../graph/stepTree";
import { stepTypeOf } from ".";
import { itemMembers } from "./itemMembers";

function membersOf(items: unknown, ...reads: string[]): readonly string[] {
  const args = Object.fromEntries(reads.map((text, index) => [`a${index}`, { Get: text }]));
  const body = { Name: "B", Type: "Lambda", Arguments: args, FunctionArn: "arn" };
  const loop = {
    Name: "L",
    Type: "ForEach",
    Arguments: { IterableItems: items, MaxConcurrency: 1, ForEachBody: [body] },
  };
  return itemMembers(stepAt(documentOf([loop]).definition, "L").step, stepTypeOf("ForEach"));
}

describe("the members of a loop's item", () => {
  it("are those that the body reads already", () => {
    const reads = ["ForEach.CurrentItem", "ForEach.CurrentItem.name", "ForEach.CurrentItem['test score'].max"];
    expect(membersOf({ Get: "Parameters.Items" }, ...reads)).toEqual(["name", "['test score'].max"]);
  });

  it("and those of items that are written as JSON objects", () => {
    expect(membersOf(['{"uri": "s3://a", "size": 2}', "plain", "{broken", 4, '{"uri": "s3://b"}'])).toEqual([
      "uri",
      "size",
    ]);
  });
});
