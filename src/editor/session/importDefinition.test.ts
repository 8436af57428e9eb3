import { describe, expect, it } from "vitest";
import { severalDefinitions } from "../../testing/fixtures";
import { importBytes, importDefinition, refusalInWords } from "./importDefinition";

const bytes = (text: string) => new TextEncoder().encode(text);

describe("opening a definition", () => {
  it("makes a document named after the file", async () => {
    const imported = await importDefinition(
      '{"Version": "2020-12-01", "Steps": []}',
      "My pipeline (2).json",
      () => "id",
    );
    if (!("document" in imported)) throw new Error("it is no document");
    expect([imported.document.name, imported.document.id]).toEqual(["My-pipeline-2", "id"]);
  });

  it("names a document as the file calls the pipeline", async () => {
    const answer = JSON.stringify({ PipelineName: "churn", PipelineDefinition: '{"Steps": []}' });
    const imported = await importDefinition(answer, "answer.json", () => "id");
    expect("document" in imported && imported.document.name).toBe("churn");
  });

  it("offers the choice of several, and says what of each was read", async () => {
    const text = severalDefinitions("two-pipelines.yaml");
    const imported = await importDefinition(text, "two-pipelines.yaml", () => "id");
    if (!("several" in imported)) throw new Error("there is nothing to choose");
    const { choices, chosen } = imported.several;
    expect(choices("").shown.map(({ label, hint }) => [label, hint])).toEqual([
      ["churn", "the body of Churn"],
      ["fraud", "the body of Fraud"],
    ]);
    const fraud = chosen("fraud");
    expect(fraud?.ok && fraud.document.name).toBe("fraud");
  });

  it("says what was refused, why, where, and that nothing was changed", async () => {
    const refused = await importBytes(bytes('{\n  "Steps": [1,]\n}'), "a.json", () => "id");
    if (refused.ok) throw new Error("it was taken");
    const said = refusalInWords("a.json", refused.refusal);
    expect(said).toMatch(/^a\.json was not opened: .+ \(line 2:15.*\)\. Nothing was changed\.$/);
  });
});
