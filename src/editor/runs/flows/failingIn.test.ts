import { describe, expect, it } from "vitest";
import { setStepFails } from "../../../pipeline/edits/samples";
import { documentOf } from "../../../testing/load";
import { forEach, lambda } from "../../../testing/steps";
import { failingIn } from "./failingIn";

const failure = { reason: "no disk", exception: null, attempts: null };
const document = documentOf([lambda("Prep"), lambda("Other"), forEach("Loop", [lambda("Body")])]);

describe("what is run locally", () => {
  it("fails where it is switched to in the simulation, of a loop's step in that iteration alone", () => {
    const switched = setStepFails("Body", failure, 2)(setStepFails("Prep", failure, null)(document));
    expect(failingIn(switched.samples)).toEqual(["Prep", "Body-2"]);
    expect(failingIn(document.samples)).toEqual([]);
  });
});
