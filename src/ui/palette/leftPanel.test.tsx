// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { withHeadAt } from "../../editor/commands/steps/addStep";
import { createEditor, type Editor } from "../../editor/session/createEditor";
import { templates } from "../../editor/session/referenceTemplates";
import { listParameters } from "../../pipeline/definition/parameters";
import { removeSteps } from "../../pipeline/edits/removeSteps";
import { listSteps } from "../../pipeline/graph/stepTree";
import { workspaceOf } from "../../testing/workspace";
import { WorkspaceContext } from "../kit/useWorkspace";
import { LeftPanel } from "./LeftPanel";

let editor: Editor;
let putAway: (away: boolean) => void;
const definition = () => editor.store.getState().document.definition;
const steps = () => listSteps(definition()).map(({ key }) => key);

beforeAll(async () => {
  // jsdom lays nothing out.
  Element.prototype.scrollIntoView = () => undefined;
  // What loads when first shown is loaded here, so that no test waits for a transformer.
  await Promise.all([import("./ParameterForm"), import("./Outline")]);
});

beforeEach(() => {
  const template = templates[0];
  if (template === undefined) throw new Error("there is no template");
  editor = createEditor(template.document);
  const panel = (away: boolean) => (
    <WorkspaceContext value={workspaceOf(editor)}>
      <LeftPanel narrow={false} away={away} onPutAway={(next) => putAway(next)} />
    </WorkspaceContext>
  );
  const { rerender } = render(panel(false));
  putAway = (away) => rerender(panel(away));
});

afterEach(cleanup);

describe("the palette", () => {
  it("finds a step type by what it is for", async () => {
    await userEvent.type(screen.getByRole("searchbox", { name: "Find a step type" }), "function");
    const palette = within(screen.getByRole("region", { name: "Palette" }));
    expect(palette.getByRole("button", { name: "Lambda" })).toBeTruthy();
    expect(palette.queryByRole("button", { name: "Training" })).toBeNull();
  });

  it("says so when no step type is called like that", async () => {
    await userEvent.type(screen.getByRole("searchbox", { name: "Find a step type" }), "zebra");
    expect(screen.getByText("No step type is called “zebra”.")).toBeTruthy();
  });

  it("folded to icons marks none of them as found: nothing is looked for there", async () => {
    await userEvent.type(screen.getByRole("searchbox", { name: "Find a step type" }), "function");
    expect(document.querySelectorAll("button.is-best > kbd")).toHaveLength(1);
    await userEvent.click(screen.getByRole("button", { name: "Fold the palette" }));
    expect(screen.getByRole("button", { name: "Training" })).toBeTruthy();
    expect(document.querySelectorAll("button.is-best > kbd")).toHaveLength(0);
  });

  it("draws a dragged type where a drop puts its head", () => {
    const dataTransfer = { setData: vi.fn(), setDragImage: vi.fn() };
    fireEvent.dragStart(screen.getByRole("button", { name: "Processing" }), { dataTransfer });
    const [picture, x, y] = dataTransfer.setDragImage.mock.calls[0] ?? [];
    expect(picture).toHaveProperty("textContent", expect.stringContaining("Processing"));
    expect({ x: -x, y: -y }).toEqual(withHeadAt({ x: 0, y: 0 }));
  });

  it("adds a step by click and selects it", async () => {
    await userEvent.click(screen.getByRole("button", { name: "Processing" }));
    expect(steps()).toContain("Processing");
    expect(editor.store.getState().selection.steps).toEqual(["Processing"]);
  });
});

describe("the parameters", () => {
  it("are added by a form that takes the keyboard alone", async () => {
    await userEvent.click(screen.getByRole("button", { name: "Add a parameter" }));
    const form = within(await screen.findByRole("form", { name: "New parameter" }));
    await waitFor(() => expect(document.activeElement).toBe(form.getByLabelText("Name")));
    await userEvent.clear(form.getByLabelText("Name"));
    await userEvent.keyboard("Epochs[Tab]");
    await userEvent.type(form.getByLabelText("Default"), "ten{Enter}");
    expect(listParameters(definition()).map(({ name }) => name)).toEqual(["Bucket", "Epochs"]);
    expect(screen.queryByRole("form")).toBeNull();
  });

  it("are left as they were on Escape", async () => {
    const before = definition();
    await userEvent.click(screen.getByRole("button", { name: "Parameter Bucket, String" }));
    const form = within(await screen.findByRole("form", { name: "Parameter Bucket" }));
    await userEvent.type(form.getByLabelText("Name"), "X");
    await userEvent.keyboard("{Escape}");
    expect(screen.queryByRole("form")).toBeNull();
    expect(definition()).toBe(before);
  });
});

describe("the outline", () => {
  it("goes to the step of the row that Enter is pressed on", async () => {
    await userEvent.click(screen.getByRole("tab", { name: "Outline" }));
    const tree = within(await screen.findByRole("tree"));
    tree.getByRole("treeitem", { name: "Preprocess" }).focus();
    await userEvent.keyboard("{ArrowDown}{Enter}");
    expect(editor.store.getState().revealed?.key).toBe("Train");
    await userEvent.keyboard("{ArrowDown}{Enter}");
    expect(editor.store.getState().selection.edge).toEqual({ from: "Preprocess", to: "Train" });
  });

  it("follows the document", async () => {
    await userEvent.click(screen.getByRole("tab", { name: "Outline" }));
    const tree = within(await screen.findByRole("tree"));
    expect(tree.getAllByRole("treeitem")).toHaveLength(5);
    editor.edit("Delete Train", removeSteps(["Train"]));
    await waitFor(() => expect(tree.getAllByRole("treeitem")).toHaveLength(2));
  });
});
