import createWrapper from "@cloudscape-design/components/test-utils/dom";
import { act, render, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import axe from "axe-core";
import { createEditor, type Editor } from "../editor/session/createEditor";
import { createDocument } from "../pipeline/definition/document";
import { parseDefinition } from "../pipeline/definition/parse";
import { serialise } from "../pipeline/definition/serialise";
import { get, isObject } from "../pipeline/definition/value";
import { listSteps, stepAt } from "../pipeline/graph/stepTree";
import { loadModel } from "../pipeline/schema/load";
import { InspectorContent } from "../ui/frame/inspector/InspectorContent";
import { WorkspaceContext } from "../ui/kit/useWorkspace";
import { workspaceOf } from "./workspace";

export interface OpenInspector {
  readonly editor: Editor;
  readonly user: ReturnType<typeof userEvent.setup>;
  /** A part of the selected step's arguments, as JSON. */
  readonly argument: (name: string) => unknown;
  readonly step: (name: string) => Record<string, unknown>;
}

/** Draws the inspector of what is selected in an editor. */
export function drawInspector(editor: Editor) {
  return render(
    <WorkspaceContext value={workspaceOf(editor)}>
      <main className="sw-inspector">
        <InspectorContent />
      </main>
    </WorkspaceContext>,
  );
}

/** The inspector of one step of a pipeline, as a person meets it. */
export async function openInspector(
  steps: readonly object[],
  selected: string,
  { parameters = [], readOnly = false }: { parameters?: readonly object[]; readOnly?: boolean } = {},
): Promise<OpenInspector> {
  // jsdom draws nothing, so nothing scrolls.
  Element.prototype.scrollIntoView = () => {};
  const parsed = parseDefinition(
    JSON.stringify({ Version: "2020-12-01", Metadata: {}, Parameters: parameters, Steps: steps }),
  );
  if (!parsed.ok || !isObject(parsed.value)) throw new Error("The definition of the test is none.");
  const editor = createEditor(createDocument("d", "pipeline", parsed.value), { loadModel });
  const types = [...new Set(listSteps(parsed.value).map(({ type }) => type))];
  const modelled = await Promise.all(types.map(async (type) => ((await loadModel(type)) === null ? [] : [type])));
  await waitFor(() => {
    const missing = modelled.flat().filter((type) => !editor.store.getState().models.has(type));
    if (missing.length > 0) throw new Error(`The models of ${missing.join(", ")} are not there yet.`);
  });
  editor.select([selected]);
  editor.setReadOnly(readOnly);
  await act(async () => {
    drawInspector(editor);
  });
  const step = (name: string) => {
    const { definition } = editor.store.getState().document;
    return JSON.parse(serialise(stepAt(definition, name).step)) as Record<string, unknown>;
  };
  return {
    editor,
    user: userEvent.setup({ delay: null, pointerEventsCheck: 0 }),
    argument: (name) => {
      const value = get(get(stepAt(editor.store.getState().document.definition, selected).step, "Arguments"), name);
      return value === undefined ? undefined : JSON.parse(serialise(value));
    },
    step,
  };
}

/** Opens a Select that is named so, among the elements of `scope`. */
function openSelect(label: string, scope: HTMLElement) {
  const trigger = within(scope).getByRole("button", { name: (name) => name.startsWith(label) });
  const select = createWrapper()
    .findAllSelects()
    .find((one) => one.getElement().contains(trigger));
  if (select === undefined) throw new Error(`${label} is no Select.`);
  act(() => select.openDropdown());
  return { select, options: select.findDropdown({ expandToViewport: true }).findOptions() };
}

/** Chooses an option of a Select, both by the words that a person reads. */
export function choose(label: string, words: string, scope: HTMLElement = document.body): void {
  const { select, options } = openSelect(label, scope);
  const at = options.findIndex((option) => option.getElement().textContent?.startsWith(words));
  if (at < 0) throw new Error(`${label} offers no ${words}.`);
  act(() => select.selectOption(at + 1, { expandToViewport: true }));
}

/** What a Select offers, in the words that a person reads; what cannot be chosen in brackets. */
export function offered(label: string): readonly string[] {
  const { select, options } = openSelect(label, document.body);
  const words = options.map((option) => {
    const text = option.getElement().textContent ?? "";
    const item = option.getElement().closest("[role=option]") ?? option.getElement().querySelector("[role=option]");
    return item?.getAttribute("aria-disabled") === "true" ? `(${text})` : text;
  });
  act(() => select.closeDropdown({ expandToViewport: true }));
  return words;
}

/** What axe finds wrong in the page, by rule and place. jsdom computes no colours: contrast is asked in the browser. */
export async function violations(): Promise<readonly string[]> {
  const { violations: found } = await axe.run(document.body, {
    rules: {
      "color-contrast": { enabled: false },
      region: { enabled: false },
      "page-has-heading-one": { enabled: false },
    },
  });
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(" ")}`);
}
