import { expect, it } from "vitest";
import { createDocument } from "../../../pipeline/definition/document";
import { fakeWorkspace } from "../../../testing/fakeWorkspace";
import { definitionOf } from "../../../testing/load";
import { lambda, pipeline } from "../../../testing/steps";
import { tidy } from "./canvas";

/** A pipeline that is changed, as by a merge, while each of its first layouts goes on. */
function changedDuring(layouts: number) {
  const workspace = fakeWorkspace(createDocument("d", "d", definitionOf(pipeline([lambda("A"), lambda("B")]))));
  const { canvas } = workspace;
  let asked = 0;
  if (canvas === null) throw new Error("no canvas");
  const layOut = () => (++asked > layouts ? canvas.layOut() : Promise.resolve(null));
  return { ...workspace, canvas: { ...canvas, layOut } };
}

it("lays out again what changed while it was laid out", async () => {
  expect(await tidy.run(changedDuring(2), undefined)).toEqual({ done: "2 steps tidied." });
});

it("says what to do where the pipeline changes on and on", async () => {
  expect(await tidy.run(changedDuring(9), undefined)).toEqual({
    refused: "The pipeline changed while it was laid out. Press Tidy again.",
  });
});
