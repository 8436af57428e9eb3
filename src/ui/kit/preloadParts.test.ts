import { expect, it } from "vitest";
import { savesData } from "./preloadParts";

it("nothing is fetched ahead for whoever pays for each megabyte, and all where the browser does not say", () => {
  const browser = (more: object) => more as Navigator;
  expect(savesData(browser({ connection: { saveData: true } }))).toBe(true);
  expect(savesData(browser({ connection: { saveData: false } }))).toBe(false);
  expect(savesData(browser({}))).toBe(false);
});
