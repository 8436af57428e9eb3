/** docs/architecture.svg shows the rooms as they import each other. `UPDATE_DOCS=1 npx vitest run architecturePage` draws it anew. */
import { readFileSync, writeFileSync } from "node:fs";
import { expect, it } from "vitest";
import { drawRooms } from "./testing/roomsPicture";
import { readSourceFiles } from "./testing/sourceFiles";

const picture = "docs/architecture.svg";
const drawn = await drawRooms(readSourceFiles().filter((file) => !file.isTest && file.folder !== "testing"));

it("the picture of the architecture shows the rooms and their imports", () => {
  if (process.env.UPDATE_DOCS === "1") writeFileSync(picture, drawn);
  const isSame = readFileSync(picture, "utf8") === drawn;
  expect(isSame, "UPDATE_DOCS=1 npx vitest run architecturePage draws it anew").toBe(true);
});
