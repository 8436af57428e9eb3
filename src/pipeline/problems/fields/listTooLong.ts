import { lookup } from "../../definition/byName";
import { lastName } from "../../definition/path";
import { isList } from "../../definition/value";
import { bounds, tagBound } from "../../schema/beyond";
import type { Rule } from "../problem";

export const listTooLong: Rule = {
  code: "list-too-long",
  severity: "warning",
  why: "The API limits the number of elements. The pipeline is created all the same, and the step fails when it runs: “Member must have length less than or equal to 10” (issue 2554 of the Python SDK).",
  looksAt: ["lists"],
  looksWhere: ({ member, name, shape }) => shape === null || name === "Tags" || lookup(bounds, member)?.of === "count",
  checkField({ value, place, at, entry, stepType }, report) {
    if (!isList(value) || value.length < 10 || stepType.argumentsForm !== "request" || at[0] !== "Arguments") return;
    const isTags = at.length === 2 && at[1] === "Tags";
    const bound = lookup(bounds, place.member) ?? (isTags ? tagBound : undefined);
    if (bound?.of !== "count" || bound.max === undefined || value.length <= bound.max) return;
    report({
      message: `${lastName(at)} of ${entry.name} has ${value.length} elements; the API takes at most ${bound.max}.`,
    });
  },
};
