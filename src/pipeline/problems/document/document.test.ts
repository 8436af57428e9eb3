import { describe, expect, it } from "vitest";
import { checkText } from "./checkText";

describe("text that is no definition", () => {
  it.each([
    ["not-json", '{"Steps": [}', "1:12: "],
    ["not-a-definition", '{"Steps": {}}', "1:1: Steps must be a list."],
    ["duplicate-key", '{"Steps":[],\n"Steps":[]}', '2:1: The key "Steps" stands twice'],
    ["definition-too-large", " ".repeat(4 * 1024 * 1024 + 1), "1:1: "],
  ])("is told as %s, with its place", (code, text, place) => {
    const [problem] = checkText(text);
    expect(problem).toMatchObject({ code, severity: "error", step: null });
    expect(problem?.message.startsWith(place)).toBe(true);
  });

  it("is nothing to speak of where it is one", () => {
    expect(checkText('{"Steps": []}')).toEqual([]);
  });
});
