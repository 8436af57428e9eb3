import { describe, expect, it } from "vitest";
import { printAddress, readFragment } from "./address";

describe("addresses", () => {
  it.each([
    { page: "start" },
    { page: "document", id: "a b/ü" },
    { page: "document", id: "d", step: "Train/ü 2" },
    { page: "document", id: "d", execution: "a1b2c3d4e5f6" },
    { page: "document", id: "d", execution: "a1b2c3d4e5f6", step: "Train/ü 2" },
    { page: "file", path: "churn.json", execution: "a1b2c3d4e5f6" },
    { page: "file", path: "x/a.json/s.json", execution: "a1b2c3d4e5f6", step: "x" },
    { page: "file", path: "churn.json" },
    { page: "file", path: "ü ?#/s/100%.json/b.JSON", step: "Train/ü 2" },
  ] as const)("are read back: %o", (address) => {
    expect(readFragment(printAddress(address))).toEqual(address);
  });

  it.each(["", "#", "#/launch/code", "#/d/", "#/d/a/s/", "#/d/a/x", "#/d/a/x/", "#/d/a/s/Train/x/b"])(
    "lead nowhere in particular: %s",
    (hash) => {
      expect(readFragment(hash)).toBeNull();
    },
  );
});
