import { describe, expect, it } from "vitest";
import { importBytes, importDefinition, openableFiles, refusalInWords } from "./importDefinition";

const bytes = (text: string) => new TextEncoder().encode(text);

describe("opening a definition", () => {
  it("makes a document named after the file", () => {
    const imported = importDefinition('{"Version": "2020-12-01", "Steps": []}', "My pipeline (2).json", "id");
    expect(imported.ok && imported.document.name).toBe("My-pipeline-2");
    expect(imported.ok && imported.document.id).toBe("id");
  });

  it("offers the files of every form to be opened", () => {
    expect(openableFiles).toBe(".json,application/json");
  });

  it("says what was refused, why, where, and that nothing was changed", () => {
    const refused = importBytes(bytes('{\n  "Steps": [1,]\n}'), "a.json", "id");
    if (refused.ok) throw new Error("it was taken");
    const said = refusalInWords("a.json", refused.refusal);
    expect(said).toMatch(/^a\.json was not opened: .+ \(line 2:15.*\) Nothing was changed\.$/);
  });
});
