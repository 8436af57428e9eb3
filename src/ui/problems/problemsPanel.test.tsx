// @vitest-environment jsdom
import { act, cleanup, render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createEditor, type Editor } from "../../editor/session/createEditor";
import { setField } from "../../pipeline/edits/fields";
import { documentOf } from "../../testing/load";
import { workspaceOf } from "../../testing/workspace";
import { problemLabel, withStepNames } from "../kit/stepNamesIn";
import { WorkspaceContext } from "../kit/useWorkspace";
import { ProblemsPanel } from "./ProblemsPanel";

const lambda = (Name: string, args: object = {}) => ({
  Name,
  Type: "Lambda",
  Arguments: args,
  FunctionArn: "arn:aws:lambda:eu-west-1:111122223333:function:f",
});

let editor: Editor;
beforeEach(async () => {
  editor = createEditor(documentOf([lambda("Prep", { a: { Get: "Steps.Nope.X" } }), lambda("Train"), lambda("Alone")]));
  await editor.startChecking();
});
afterEach(cleanup);

function open() {
  render(
    <WorkspaceContext value={workspaceOf(editor)}>
      <ProblemsPanel />
    </WorkspaceContext>,
  );
  return userEvent.setup();
}
const rows = () => screen.getAllByRole("listitem");

describe("the list of problems", () => {
  it("has the errors first, and says code and field", () => {
    open();
    expect(within(rows()[0]!).getByRole("img", { name: "Error" })).toBeDefined();
    expect(rows()[0]?.textContent).toContain("reference-unknown-step · Prep · Arguments.a");
    expect(rows()).toHaveLength(4);
  });

  it("sets the names of steps in bold", () => {
    open();
    expect(within(rows()[1]!).getByText("Prep").tagName).toBe("STRONG");
  });

  it("leads to the field by Show, and by Enter on the row that the arrows reached", async () => {
    const user = open();
    await user.click(screen.getAllByRole("button", { name: /^Show/ })[0]!);
    expect(editor.store.getState().revealed).toMatchObject({ key: "Prep", path: "Arguments.a" });
    await user.keyboard("{ArrowDown}{ArrowDown}{Enter}");
    expect(editor.store.getState().revealed).toMatchObject({ key: "Train", count: 2 });
    expect(editor.store.getState().selection.steps).toEqual(["Train"]);
  });

  it("says why when asked", async () => {
    const user = open();
    expect(screen.queryByText(/SageMaker runs it by itself/)).toBeNull();
    await user.click(screen.getByRole("button", { name: /^Why: Alone/ }));
    expect(screen.getByText(/SageMaker runs it by itself/)).toBeDefined();
  });

  it("shows the severities that are chosen", async () => {
    const user = open();
    await user.click(screen.getByRole("button", { name: /3 warnings/ }));
    expect(rows()).toHaveLength(1);
    await user.click(screen.getByRole("button", { name: /1 error/ }));
    expect(screen.getByText(/None of the kinds/)).toBeDefined();
  });

  it("follows the document", () => {
    open();
    act(() => void editor.edit("Mend", setField("Prep", ["Arguments", "a"], "literal")));
    expect(rows()).toHaveLength(3);
  });

  it("speaks when it is empty, and claims nothing before it has checked", async () => {
    editor = createEditor(documentOf([lambda("Prep")]));
    open();
    expect(screen.getByText("Checking…")).toBeDefined();
    await act(() => editor.startChecking());
    expect(screen.getByText(/No problems/)).toBeDefined();
  });
});

describe("names of steps in a sentence", () => {
  const bold = (sentence: string, ...names: string[]) =>
    withStepNames(sentence, new Set(names))
      .filter(({ isStep }) => isStep)
      .map(({ text }) => text);
  it("are found as whole words alone", () => {
    expect(bold("Train reads Train-2, not Training.", "Train")).toEqual(["Train"]);
    expect(bold("Prep-1 is read by Prep.", "Prep", "Prep-1")).toEqual(["Prep-1", "Prep"]);
  });
  it("are not found in paths and addresses", () => {
    expect(bold("Steps.Train.Model of s3://Train/x", "Train")).toEqual([]);
  });
  it("are named beside the code where the sentence does not", () => {
    const problem = { code: "c", step: "Prep", path: "Arguments.a", message: "Something is wrong." };
    expect(problemLabel(problem)).toBe("c · Prep · Arguments.a");
    expect(problemLabel({ ...problem, message: "Prep is wrong.", path: "" })).toBe("c");
  });
});
