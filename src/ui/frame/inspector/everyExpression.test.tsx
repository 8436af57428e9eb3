// @vitest-environment jsdom
import { act, cleanup, configure, fireEvent, waitFor } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createEditor, type Editor } from "../../../editor/session/createEditor";
import { createDocument } from "../../../pipeline/definition/document";
import { parseDefinition } from "../../../pipeline/definition/parse";
import { type Path, printPath } from "../../../pipeline/definition/path";
import { entries, getIn, isList, isObject, type ObjectValue, type Value } from "../../../pipeline/definition/value";
import { listSteps, type StepEntry } from "../../../pipeline/graph/stepTree";
import { isExpression, readExpression } from "../../../pipeline/references/read";
import { loadModel } from "../../../pipeline/schema/load";
import { stepTypeOf } from "../../../pipeline/steps";
import { corpus } from "../../../testing/fixtures";
import { drawInspector } from "../../../testing/openInspector";

/** A place whose value is read at run time, relative to its step. */
interface Place {
  readonly path: Path;
  readonly value: Value;
}

/** The outermost expressions below a value; `skip` are the steps that lie in a container. */
function expressionsIn(value: Value | undefined, path: Path, skip: ReadonlySet<string>): Place[] {
  if (value === undefined || skip.has(printPath(path))) return [];
  if (isExpression(value)) return [{ path, value }];
  if (isList(value)) return value.flatMap((inner, index) => expressionsIn(inner, [...path, index], skip));
  return isObject(value) ? entries(value).flatMap(([key, inner]) => expressionsIn(inner, [...path, key], skip)) : [];
}

function placesOf({ step, type }: StepEntry): Place[] {
  return expressionsIn(step, [], new Set(stepTypeOf(type).slots.map(({ key }) => `Arguments.${key}`)));
}

/** What kind of expression it is, with what it is made of: places of one kind are drawn by the same code. */
function shapeOf(value: Value): string {
  const expression = readExpression(value);
  if (expression === null) return typeof value;
  if (expression.kind === "join") return `join(${[...new Set(expression.values.map(shapeOf))].sort().join(", ")})`;
  return expression.kind === "jsonGet" ? `json ${entries(expression.source)[0]?.[0]}` : "get";
}

/** Each kind of place and expression once; `npm run test:full` draws every step of every document. */
const seen = new Set<string>();
const drawsAll = process.env.STEPWIRE_TESTS === "full";

function isNew(type: string, { path, value }: Place): boolean {
  const kind = `${type} ${printPath(path).replace(/\[\d+\]/g, "[]")} ${shapeOf(value)}`;
  if (!drawsAll && seen.has(kind)) return false;
  seen.add(kind);
  return true;
}

configure({ defaultHidden: true, asyncUtilTimeout: 20_000 });
let editor: Editor;

async function open(text: string): Promise<void> {
  const parsed = parseDefinition(text);
  if (!parsed.ok || !isObject(parsed.value)) throw new Error("It is no definition.");
  editor = createEditor(createDocument("d", "d", parsed.value), { loadModel });
  const types = new Set(listSteps(parsed.value).map(({ type }) => type));
  const asked = [...types].filter((type) => stepTypeOf(type).api.request !== null);
  await waitFor(() => expect(asked.every((type) => editor.store.getState().models.has(type))).toBe(true));
  await act(async () => drawInspector(editor));
}

const definition = (): ObjectValue => editor.store.getState().document.definition;

/** The form's own element of a place, drawn with chips: null where there is none, or only JSON. */
function formAt(path: Path): HTMLElement | null {
  for (const field of document.querySelectorAll<HTMLElement>("[data-path]")) {
    if (field.dataset.path === printPath(path)) return field.querySelector<HTMLElement>('[role="group"]');
  }
  return null;
}

/** Takes a chip out by its ×, sees the value change, and puts it back. */
function editChip(form: HTMLElement, at: Path): string | null {
  // A code editor draws in a shadow root.
  const remove = (form.shadowRoot ?? form).querySelector<HTMLButtonElement>('button[aria-label^="Remove "]');
  if (remove === null) return "has no chip that can be taken out";
  const before = getIn(definition(), at);
  fireEvent.click(remove);
  const after = getIn(definition(), at);
  if (after === before) return "does not change when its chip is taken out";
  act(() => editor.undo());
  return getIn(definition(), at) === before ? null : "does not come back by undo";
}

async function wrongAt(entry: StepEntry, { path }: Place): Promise<string | null> {
  // The selected iteration is a sentence of its own: which one, by which output, of which step.
  if (entry.type === "ForEach" && printPath(path) === "Arguments.Selector.Field") {
    return document.querySelector('[aria-label="Output of the selected iteration"]') === null ? "has no form" : null;
  }
  const form = formAt(path);
  return form === null ? "has no form" : editChip(form, [...entry.path, ...path]);
}

beforeEach(() => {
  // jsdom draws nothing, so nothing scrolls.
  Element.prototype.scrollIntoView = () => {};
  // The code editor takes jsdom for a Safari, and asks of it what only a Safari has.
  Object.assign(document, { execCommand: () => false });
  Object.assign(Range.prototype, { getClientRects: () => [] });
});
afterEach(cleanup);

const documents = corpus();

describe("every expression of a real definition is edited by form", () => {
  it.each(documents.map(({ name, text }) => [name, text] as const))(
    "%s",
    async (_, text) => {
      await open(text);
      const wrong: string[] = [];
      for (const entry of listSteps(definition())) {
        const places = placesOf(entry);
        if (!places.map((place) => isNew(entry.type, place)).includes(true)) continue;
        await act(async () => editor.select([entry.key]));
        await waitFor(() => expect(document.querySelector("h2")?.textContent).toContain(entry.name));
        await waitFor(() => expect(document.querySelector(".sw-inspector")?.textContent).not.toContain("Loading"));
        for (const place of places) {
          const why = await wrongAt(entry, place);
          if (why !== null) wrong.push(`${entry.name} (${entry.type}) ${printPath(place.path)} ${why}`);
        }
      }
      act(() => editor.clearSelection());
      const own = entries(definition()).filter(([key]) => key !== "Steps");
      for (const { path } of own.flatMap(([key, value]) => expressionsIn(value, [key], new Set()))) {
        const form = formAt(path);
        const why = form === null ? "has no form" : editChip(form, path);
        if (why !== null) wrong.push(`${printPath(path)} ${why}`);
      }
      expect(wrong).toEqual([]);
    },
    120_000,
  );
});
