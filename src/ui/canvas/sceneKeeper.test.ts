import { describe, expect, it } from "vitest";
import { createEditor, type Editor } from "../../editor/createEditor";
import { createDocument } from "../../pipeline/definition/document";
import { addDependsOn } from "../../pipeline/edits/dependsOn";
import type { Recipe } from "../../pipeline/edits/edit";
import { setField } from "../../pipeline/edits/fields";
import { moveSteps } from "../../pipeline/edits/moveSteps";
import { pinPort } from "../../pipeline/edits/pins";
import { removeSteps } from "../../pipeline/edits/removeSteps";
import { renameStep } from "../../pipeline/edits/renameStep";
import { listSteps } from "../../pipeline/graph/stepTree";
import { corpus } from "../../testing/corpus";
import { definitionOf, loadAllModels } from "../../testing/load";
import { keepScene } from "./sceneKeeper";
import { createSession } from "./session";

const models = await loadAllModels();
const loadModel = async (type: string) => models.get(type) ?? null;

/** What a canvas shows that opens now. */
function anew(editor: Editor) {
  const session = createSession();
  const stop = keepScene(editor, session);
  stop();
  const { scene, lines, ports } = session.getState();
  return { scene, lines, ports };
}

function editsOf(editor: Editor): readonly Recipe[] {
  const steps = listSteps(editor.store.getState().document.definition);
  const [first, second] = steps;
  const last = steps.at(-1);
  if (first === undefined || second === undefined || last === undefined) return [];
  return [
    ...steps.slice(0, 12).map(({ key }) => setField(key, ["DisplayName"], `${key} once more`)),
    setField(first.key, ["Arguments", "New"], "s3://bucket/new"),
    pinPort(second.key, "inputs", "Arguments.New", true),
    moveSteps({ [first.key]: { x: -900, y: -700 } }),
    renameStep(second.key, "Renamed-step"),
    setField("Renamed-step", ["Arguments", "New"], { Get: `Steps.${first.name}.Anything` }),
    ...(last === second || last.parent !== null ? [] : [addDependsOn(last.key, first.key)]),
    removeSteps([first.key]),
  ];
}

const definitions = corpus();
describe.skipIf(definitions.length === 0)(
  "after each edit, the canvas shows what it would if it were opened then",
  () => {
    it.each(definitions.map(({ name, text }) => [name, text] as const))("%s", async (_, text) => {
      const editor = createEditor(createDocument("d", "pipeline", definitionOf(text)), { loadModel });
      const session = createSession();
      const stop = keepScene(editor, session);
      for (const edit of editsOf(editor)) {
        editor.edit("Edit", edit);
        const { scene, lines, ports } = session.getState();
        expect({ scene, lines, ports }).toEqual(anew(editor));
      }
      stop();
    });
  },
);

describe.skipIf(definitions.length === 0)("a key in a field", () => {
  it("leaves every line and every other card as the object that it was", () => {
    const { text = "" } = definitions.find(({ name }) => name === "large-240") ?? {};
    const editor = createEditor(createDocument("d", "pipeline", definitionOf(text)), { loadModel });
    const session = createSession();
    const stop = keepScene(editor, session);
    const before = session.getState();
    const [first] = listSteps(editor.store.getState().document.definition);
    editor.edit("Edit", setField(first?.key ?? "", ["DisplayName"], "a"));
    const after = session.getState();
    expect(after.lines).toBe(before.lines);
    const changed = [...after.scene.cards].filter(([key, card]) => card !== before.scene.cards.get(key));
    expect(changed.map(([key]) => key)).toEqual([first?.key]);
    stop();
  });
});
