import { describe, expect, it } from "vitest";
import { setField } from "../../../pipeline/edits/fields";
import { definitionOf, documentOf } from "../../../testing/load";
import { createEditor } from "../../session/createEditor";
import { failureWords, openOnFailure } from "./openOnFailure";
import { failureOf } from "./runFailure";

const fail = (Name: string) => ({ Name, Type: "Fail", Arguments: { ErrorMessage: "x" } });
const failure = { name: "TooBad", key: "TooBad", reason: "MSE > 5.5" };

function openEditor() {
  const editor = createEditor(documentOf([fail("TooBad"), fail("Other")]));
  return { editor, begun: editor.store.getState().document };
}

describe("a run that failed", () => {
  it("opens on its reason: its step is selected and shown beside the panel", () => {
    const { editor, begun } = openEditor();
    openOnFailure(editor, failure, begun);
    const { selection, revealed, panel, announcement } = editor.store.getState();
    expect([selection.steps, revealed?.key, panel]).toEqual([["TooBad"], "TooBad", "executions"]);
    expect(announcement.text).toBe("The execution failed. TooBad: MSE > 5.5");
  });

  it.each([
    [
      "edited meanwhile",
      ({ edit }: ReturnType<typeof createEditor>) => edit("e", setField("Other", ["Arguments"], {})),
    ],
    ["is in the middle of a field", ({ gesture }: ReturnType<typeof createEditor>) => gesture("typing")],
    ["looks at another panel", ({ setPanel }: ReturnType<typeof createEditor>) => setPanel("problems")],
  ])("leaves what one is at who %s, and offers to show it", (_, goOn) => {
    const { editor, begun } = openEditor();
    goOn(editor);
    openOnFailure(editor, failure, begun);
    expect(editor.store.getState().selection.steps).toEqual([]);
    const [notice] = editor.store.getState().notices;
    expect(notice).toMatchObject({ kind: "error", text: "The execution failed. TooBad: MSE > 5.5" });
    notice?.action?.run();
    expect(editor.store.getState()).toMatchObject({ selection: { steps: ["TooBad"] }, panel: "executions" });
  });

  it("shows its panel alone where the step is gone", () => {
    const { editor, begun } = openEditor();
    openOnFailure(editor, { ...failure, key: "Gone" }, begun);
    expect(editor.store.getState()).toMatchObject({ selection: { steps: [] }, panel: "executions" });
  });
});

describe("what a run failed of", () => {
  const step = (name: string, ended: string | null, status = "Failed") => ({
    name,
    status,
    failureReason: "no disk",
    ended,
  });

  it("is the step that failed first, not the first in the list", () => {
    const steps = [
      step("C", "2026-11-23T10:00:09Z"),
      step("A", "2026-11-23T10:00:01Z", "Succeeded"),
      step("B", "2026-11-23T11:00:05+01:00"),
      step("D", null),
    ];
    expect(failureOf(steps, null)).toEqual({ name: "B", key: "B", reason: "no disk" });
    expect(failureOf(steps.slice(1, 2), null)).toBeNull();
  });

  it("is a loop's step by its iteration, shown at the step", () => {
    const body = { Name: "Body", Type: "Lambda", Arguments: {} };
    const loop = { Name: "Each", Type: "ForEach", Arguments: { ForEachBody: [body] } };
    const definition = definitionOf({ Version: "2020-12-01", Steps: [loop] });
    expect(failureOf([step("Body-2", null)], definition)).toMatchObject({ name: "Body-2", key: "Body" });
  });

  it("has words where nobody gave a reason", () => {
    expect(failureWords({ name: "Train", key: "Train", reason: null })).toBe("Train failed.");
  });
});
