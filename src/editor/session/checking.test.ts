import { expect, it, vi } from "vitest";
import { setField } from "../../pipeline/edits/fields";
import { documentOf } from "../../testing/load";
import { lambda } from "../../testing/steps";
import { createEditor } from "./createEditor";
import type { EditorState } from "./editorState";
import { problemsOf } from "./selectors";

/** Of a hundred of one kind and more it is said how many there are. */
const faults = (state: EditorState) =>
  problemsOf(state).reduce((sum, { message }) => {
    const others = /^There (?:is|are) ([\d,]+) more/.exec(message)?.[1];
    return sum + (others === undefined ? 1 : Number(others.replace(",", "")));
  }, 0);

const many = (count: number) => documentOf(Array.from({ length: count }, (_, index) => lambda(`S${index}`)));

it("a small document is read at once when the rules are here, and after each edit", async () => {
  const { store, edit, startChecking } = createEditor(many(3));
  expect(store.getState().reading).toBeNull();
  await startChecking();
  expect(problemsOf(store.getState())).toHaveLength(6);
  edit("Wait", setField("S1", ["DependsOn"], ["S0"]));
  expect(problemsOf(store.getState())).toHaveLength(4);
});

it("a large one is read in slices: until then there is no reading, and whoever waits for the checks waits for it", async () => {
  const { store, startChecking, replaceDocument } = createEditor(many(2));
  await startChecking();
  replaceDocument(many(800));
  expect(store.getState().reading).toBeNull();
  await startChecking();
  expect(faults(store.getState())).toBe(1_600);
});

it("an edit meanwhile begins the reading of a large one again, and later ones are read at once", async () => {
  const { store, edit, startChecking } = createEditor(many(800));
  const checked = startChecking();
  await vi.waitFor(() => expect(store.getState().reading).toBeNull());
  edit("Wait", setField("S1", ["DependsOn"], ["S0"]));
  await checked;
  expect(store.getState().reading?.parts.checked.definition).toBe(store.getState().document.definition);
  expect(faults(store.getState())).toBe(1_598);
  edit("Wait", setField("S3", ["DependsOn"], ["S0"]));
  expect(faults(store.getState())).toBe(1_597);
});

it("one step with very many values is read in slices, as many steps are", async () => {
  const values = Object.fromEntries(Array.from({ length: 60_000 }, (_, index) => [`key${index}`, "value"]));
  const { store, edit, startChecking } = createEditor(documentOf([lambda("S0", { Arguments: values }), lambda("S1")]));
  const checked = startChecking();
  await checked;
  edit("Name", setField("S0", ["Arguments", "key5"], "another"));
  expect(store.getState().reading).toBeNull();
  await vi.waitFor(() => expect(store.getState().reading).not.toBeNull());
  edit("Name", setField("S1", ["Arguments", "key5"], "another"));
  expect(store.getState().reading).not.toBeNull();
});
