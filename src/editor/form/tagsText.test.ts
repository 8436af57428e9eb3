import { expect, it } from "vitest";
import { printTags, readTags } from "./tagsText";

it("reads tags as they are typed, a line each, and prints them so again", () => {
  const typed = "team=research\nurl=a=b\nempty=";
  const read = readTags(` team = research \n\nurl=a=b\nempty`);
  expect(read).toEqual({
    tags: [
      { key: "team", value: "research" },
      { key: "url", value: "a=b" },
      { key: "empty", value: "" },
    ],
  });
  expect("tags" in read && printTags(read.tags)).toBe(typed);
});

it.each([
  ["=x", /a tag has letters/],
  ["a=b;c", /a tag has letters/],
  ["aws:x=1", /AWS's own/],
  ["a=1\na=2", /stands here twice/],
  [Array.from({ length: 51 }, (_, i) => `k${i}=1`).join("\n"), /50 tags/],
])("says of %j what is to be changed", (typed, why) => {
  expect(readTags(typed)).toMatchObject({ why: expect.stringMatching(why) });
});
