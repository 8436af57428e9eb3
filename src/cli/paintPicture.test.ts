import { describe, expect, it } from "vitest";
import { svg } from "../export/svg";
import { createDocument } from "../pipeline/definition/document";
import { definitionOf } from "../testing/load";
import { definitionFullOf, naughtyTexts } from "../testing/naughty";
import { lambda, pipeline } from "../testing/steps";
import { paintPicture } from "./paintPicture";

const drawn = (definition: object, name: string) =>
  svg.write(
    { ...createDocument("", name, definitionOf(definition)), models: new Map() },
    { extension: "", options: {} },
  );
const sizeOf = (png: Uint8Array) => {
  const view = new DataView(png.buffer, png.byteOffset);
  return [view.getUint32(16), view.getUint32(20)];
};

describe("a picture that is painted without a browser", () => {
  it("shows its words: another name is another picture", async () => {
    const [one, other] = await Promise.all(
      ["Prepare", "Enquire"].map((name) => paintPicture(drawn(pipeline([lambda(name)]), ""), 1)),
    );
    expect(one).not.toEqual(other);
    expect(one?.length).not.toBe(0);
  });

  it("is as many times as large as it is asked for", async () => {
    const picture = drawn(pipeline([lambda("Prep")]), "churn");
    const [, width = "", height = ""] = / width="(\d+)" height="(\d+)"/.exec(picture) ?? [];
    expect(sizeOf(await paintPicture(picture, 2))).toEqual([2 * Number(width), 2 * Number(height)]);
  });

  it.each(naughtyTexts.map((text) => [text]))("takes %j as a text", async (text) => {
    expect((await paintPicture(drawn(definitionFullOf(text), text), 0.2)).length).toBeGreaterThan(0);
  });
});
