import { describe, expect, it } from "vitest";
import { parseSource } from "./sourceText";

describe("what is dropped on a field", () => {
  it("is a source as the parameter list gives it", () => {
    expect(parseSource('{"kind":"parameter","name":"Bucket"}')).toEqual({ kind: "parameter", name: "Bucket" });
    expect(parseSource('{"kind":"execution","variable":"PipelineName"}')).toEqual({
      kind: "execution",
      variable: "PipelineName",
    });
  });

  it.each(["", "null", '{"kind":"parameter"}', '{"kind":"file","name":"x"}', "[1]"])("is nothing for %s", (json) => {
    expect(parseSource(json)).toBeNull();
  });
});
