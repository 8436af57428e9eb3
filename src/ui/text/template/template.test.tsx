// @vitest-environment jsdom
import { cleanup, configure, createEvent, fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { innerItem, memberItems, openArgumentsItem } from "../../../editor/form/item";
import { createEditor, type Editor } from "../../../editor/session/createEditor";
import { createDocument } from "../../../pipeline/definition/document";
import { type Path, parsePath } from "../../../pipeline/definition/path";
import { getIn, type ObjectValue, setIn, type Value } from "../../../pipeline/definition/value";
import { loadModel } from "../../../pipeline/schema/load";
import { stepTypeOf } from "../../../pipeline/steps";
import { workspaceOf } from "../../../testing/workspace";
import { Field } from "../../form/Field";
import { sourceMime } from "../../kit/draggedValue";
import { fieldSourceOf, InspectedStepContext } from "../../kit/inspectedStep";
import { WorkspaceContext } from "../../kit/useWorkspace";

const bucket: Value = { Get: "Parameters.Bucket" };
const report = (path: string): Value => ({
  "Std:JsonGet": { PropertyFile: { Get: "Steps.Evaluate.PropertyFiles.Report" }, Path: path },
});
const join = (On: string, ...Values: Value[]): Value => ({ "Std:Join": { On, Values } });

const definition: ObjectValue = {
  Version: "2020-12-01",
  Parameters: [
    { Name: "Bucket", Type: "String", DefaultValue: "b" },
    { Name: "Count", Type: "Integer", DefaultValue: 1 },
  ],
  Steps: [
    {
      Name: "Preprocess",
      Type: "Lambda",
      Arguments: { message: "" },
      FunctionArn: "arn:f",
      OutputParameters: [{ OutputName: "train_path", OutputType: "String" }],
    },
    {
      Name: "Evaluate",
      Type: "Processing",
      Arguments: { ProcessingOutputConfig: { Outputs: [{ OutputName: "eval" }] } },
      PropertyFiles: [{ PropertyFileName: "Report", OutputName: "eval", FilePath: "evaluation.json" }],
    },
    { Name: "Train", Type: "Training", Arguments: { OutputDataConfig: { S3OutputPath: "" } } },
  ],
};
const outputPath: Path = ["Steps", 2, "Arguments", "OutputDataConfig", "S3OutputPath"];

// Whether an element is hidden is asked of its whole ancestry's styles, at each query: nothing here hides what it is looked for by.
configure({ defaultHidden: true, asyncUtilTimeout: 15_000 });

let editor: Editor;

/** The field S3 output path of Train, with a value in it. */
async function open(value: Value, printed = "Arguments.OutputDataConfig.S3OutputPath") {
  const start = setIn(definition, ["Steps", 2, ...(parsePath(printed) ?? [])], value);
  editor = createEditor(createDocument("d", "churn", start as ObjectValue), { loadModel });
  await waitFor(() => expect(editor.store.getState().models.has("Training")).toBe(true));
  const source = fieldSourceOf(stepTypeOf("Training"), editor.store.getState().models.get("Training") ?? null);
  const path = parsePath(printed) ?? [];
  const item = memberItems(source, path.slice(0, -1)).find(({ name }) => name === path.at(-1));
  if (item === undefined) throw new Error(`Training has no field ${printed}.`);
  const inspected = { stepKey: "Train", source, documentation: null, keepGroup: () => {}, forgetGroups: () => {} };
  render(
    <WorkspaceContext value={workspaceOf(editor)}>
      <InspectedStepContext value={inspected}>
        <div className="sw-inspector">
          <Field item={item} />
        </div>
      </InspectedStepContext>
    </WorkspaceContext>,
  );
  return userEvent.setup({ delay: null, pointerEventsCheck: 0 });
}

const inField = () => getIn(editor.store.getState().document.definition, outputPath);
const pastCount = () => editor.store.getState().history.past.length;
const textBox = (name: string) => screen.getByRole<HTMLTextAreaElement>("textbox", { name });

beforeEach(() => {
  // jsdom draws nothing, so nothing scrolls.
  Element.prototype.scrollIntoView = () => {};
});
afterEach(cleanup);

describe("typing a brace", () => {
  it("offers what fits, and what is chosen becomes a chip among the text: one visit, one step of undo", async () => {
    const user = await open("");
    await user.type(screen.getByRole("textbox", { name: "S3 output path" }), "s3://{{");
    const list = screen.getByRole("listbox", { name: "References for S3 output path" });
    expect(within(list).getByRole("option", { name: /^Preprocess train_path/ })).toBeTruthy();
    await user.keyboard("Buck{Enter}");
    expect(inField()).toEqual(join("", "s3://", bucket));
    await user.keyboard("/models/{{Execution.PipelineExecutionId{Enter}/train");
    expect(inField()).toEqual(
      join("", "s3://", bucket, "/models/", { Get: "Execution.PipelineExecutionId" }, "/train"),
    );
    expect(pastCount()).toBe(0);
    await user.tab();
    expect(pastCount()).toBe(1);
    editor.undo();
    expect(inField()).toBe("");
  });

  it("takes a reference typed in full, and leaves what is none as it is", async () => {
    const user = await open("");
    await user.type(textBox("S3 output path"), "a{{Parameters.Bucket}");
    expect(inField()).toEqual(join("", "a", bucket));
    await user.keyboard('{{"k": {{}}{{Parameters.Nope}');
    expect(inField()).toEqual(join("", "a", bucket, '{"k": {}}{Parameters.Nope}'));
  });

  it("closes its list on Escape, and a second Escape takes the visit back", async () => {
    const user = await open("s3://old");
    await user.type(textBox("S3 output path"), "/{{");
    await user.keyboard("{Escape}");
    expect(screen.queryByRole("listbox")).toBeNull();
    expect(inField()).toBe("s3://old/{");
    await user.keyboard("{Escape}");
    expect(inField()).toBe("s3://old");
    expect(pastCount()).toBe(0);
  });

  it("says that a number is made text, alone and among text", async () => {
    const user = await open("");
    await user.type(textBox("S3 output path"), "{{Count{Enter}");
    expect(inField()).toEqual(join("", { Get: "Parameters.Count" }));
    expect(screen.getByRole("group", { name: "S3 output path" }).textContent).toContain("Integer as text");
    await user.keyboard("x");
    expect(inField()).toEqual(join("", { Get: "Parameters.Count" }, "x"));
  });
});

describe("a chip", () => {
  it("goes with Backspace, behind it, and with ×", async () => {
    const user = await open(join("", "s3://", bucket, "/x"));
    const behind = textBox("S3 output path, text after Parameter Bucket");
    await user.click(behind);
    behind.setSelectionRange(0, 0);
    await user.keyboard("{Backspace}");
    expect(inField()).toBe("s3:///x");
    await user.keyboard("{Escape}");
    expect(inField()).toEqual(join("", "s3://", bucket, "/x"));
    await user.click(screen.getByRole("button", { name: "Remove Parameter Bucket from S3 output path" }));
    expect(inField()).toBe("s3:///x");
    expect(pastCount()).toBe(1);
    expect(document.activeElement).toBe(textBox("S3 output path"));
  });

  it("lights its edge while the pointer is on it", async () => {
    const user = await open({ Get: "Steps.Preprocess.OutputParameters['train_path']" });
    await user.hover(screen.getByText("train_path"));
    expect(editor.store.getState().hoveredEdge).toEqual({ from: "Preprocess", to: "Train" });
    await user.unhover(screen.getByText("train_path"));
    expect(editor.store.getState().hoveredEdge).toBeNull();
  });

  it("comes of a source that is dropped among the text", async () => {
    await open(join("", "s3://", bucket, "/x"));
    const group = screen.getByRole("group", { name: "S3 output path" });
    const drop = createEvent.drop(group);
    const data = { types: [sourceMime], getData: () => '{"kind":"execution","variable":"PipelineName"}' };
    Object.defineProperty(drop, "dataTransfer", { value: data });
    fireEvent(group, drop);
    expect(inField()).toEqual(join("", "s3://", bucket, "/x", { Get: "Execution.PipelineName" }));
  });

  it("on a property file says its path, to be edited", async () => {
    const user = await open("");
    await user.type(textBox("S3 output path"), "{{Report{Enter}");
    expect(document.activeElement).toBe(screen.getByLabelText("JSON path"));
    await user.keyboard("mse.value");
    expect(inField()).toEqual(report("mse.value"));
    expect(screen.getByRole("button", { name: "Edit Evaluate Report mse.value" })).toBeTruthy();
  });

  it("on a JSON file in S3 has its URI as text with chips", async () => {
    const value = { "Std:JsonGet": { S3Uri: join("/", bucket, "results.json"), Path: "auc" } };
    const user = await open(value);
    await user.click(screen.getByRole("button", { name: /^Edit / }));
    const uri = screen.getByRole("group", { name: /^S3 URI of / });
    await user.type(within(uri).getByRole("textbox", { name: /text after/ }), "l");
    expect(inField()).toEqual({ "Std:JsonGet": { S3Uri: join("/", bucket, "results.jsonl"), Path: "auc" } });
    await user.type(screen.getByLabelText("JSON path"), "[[0]");
    expect(inField()).toEqual({ "Std:JsonGet": { S3Uri: join("/", bucket, "results.jsonl"), Path: "auc[0]" } });
  });

  it("that is a Join in a Join is edited inside, and stays one", async () => {
    const user = await open(join("/", "s3:/", join("-", "run", bucket), "x"));
    await user.click(screen.getByRole("button", { name: /^Edit / }));
    const inside = screen.getByRole("group", { name: /^Text of / });
    const before = within(inside).getByRole<HTMLTextAreaElement>("textbox", { name: /text before/ });
    await user.type(before, "s", { initialSelectionStart: 3, initialSelectionEnd: 3 });
    expect(inField()).toEqual(join("/", "s3:/", join("-", "runs", bucket), "x"));
  });
});

describe("the reference button", () => {
  const button = () => screen.getByRole("button", { name: "Reference for S3 output path" });

  it("puts a chip where the caret was, text before and behind it kept: one step of undo", async () => {
    const user = await open("s3:///x");
    await user.click(textBox("S3 output path"));
    textBox("S3 output path").setSelectionRange(5, 5);
    await user.click(button());
    await user.keyboard("Buck{Enter}");
    expect(inField()).toEqual(join("", "s3://", bucket, "/x"));
    expect(document.activeElement).toBe(textBox("S3 output path, text after Parameter Bucket"));
    await user.tab();
    expect(pastCount()).toBe(1);
    editor.undo();
    expect(inField()).toBe("s3:///x");
  });

  it("puts it in place of what was marked", async () => {
    const user = await open("s3://NAME/x");
    await user.click(textBox("S3 output path"));
    textBox("S3 output path").setSelectionRange(5, 9);
    await user.click(button());
    await user.click(screen.getByRole("option", { name: /^Parameter Bucket/ }));
    expect(inField()).toEqual(join("", "s3://", bucket, "/x"));
  });

  it("fills an empty field, and takes the place of a text that nobody went into", async () => {
    const user = await open("");
    await user.click(button());
    await user.keyboard("Buck{Enter}");
    expect(inField()).toEqual(bucket);
    cleanup();
    await open("s3://old");
    await user.click(button());
    await user.keyboard("Buck{Enter}");
    expect(inField()).toEqual(bucket);
  });

  it("does the other of the two on request", async () => {
    const user = await open(join("", "s3://", bucket));
    await user.click(button());
    await user.click(screen.getByRole("button", { name: "Replace all of it" }));
    await user.click(screen.getByRole("option", { name: /PipelineExecutionId/ }));
    expect(inField()).toEqual({ Get: "Execution.PipelineExecutionId" });
    cleanup();
    await open("s3://");
    await user.click(button());
    await user.click(screen.getByRole("button", { name: "Put it into the text" }));
    await user.click(screen.getByRole("option", { name: /^Parameter Bucket/ }));
    expect(inField()).toEqual(join("", "s3://", bucket));
  });

  it("closed by Escape has the focus again", async () => {
    const user = await open("s3://old");
    await user.click(button());
    await user.keyboard("{Escape}");
    expect(document.activeElement).toBe(button());
    expect(inField()).toBe("s3://old");
  });

  it("reads a value of a JSON file in S3: its URI and its path are asked for", async () => {
    const user = await open("");
    await user.click(button());
    await user.click(screen.getByRole("button", { name: "Read a value of a JSON file in S3" }));
    await waitFor(() => expect(document.activeElement?.getAttribute("aria-label")).toMatch(/^S3 URI of/));
    await user.keyboard("s3://{{Buck{Enter}/r.json");
    await user.type(screen.getByLabelText("JSON path"), "auc");
    const uri = join("", "s3://", bucket, "/r.json");
    expect(inField()).toEqual({ "Std:JsonGet": { S3Uri: uri, Path: "auc" } });
  });
});

describe("a JSON file in S3", () => {
  it("is offered behind a brace, last, and becomes a chip with what is still to be said", async () => {
    const user = await open("");
    await user.type(textBox("S3 output path"), "auc={{json");
    const options = within(screen.getByRole("listbox")).getAllByRole("option");
    expect(options.at(-1)?.textContent).toBe("A value of a JSON file in S3");
    await user.click(options.at(-1) as HTMLElement);
    await waitFor(() => expect(document.activeElement?.getAttribute("aria-label")).toMatch(/^S3 URI of/));
    await user.keyboard("s3://b/r.json");
    expect(inField()).toEqual(join("", "auc=", { "Std:JsonGet": { S3Uri: join("", "s3://b/r.json"), Path: "" } }));
    // In the URI of such a file no other file can be read.
    await user.keyboard("{{json");
    expect(screen.queryByText("A value of a JSON file in S3")).toBeNull();
  });
});

describe("the text of a Join", () => {
  it("is edited in place, and keeps its delimiter and its numbers", async () => {
    const user = await open(join("/", "s3:/", bucket, "models", 2));
    await user.type(textBox("S3 output path, text after Parameter Bucket"), "x");
    expect(inField()).toEqual(join("/", "s3:/", bucket, "models", "2x"));
    await user.keyboard("{Escape}");
    expect(inField()).toEqual(join("/", "s3:/", bucket, "models", 2));
  });

  it("takes 4,000 pasted characters of braces, quotes and emoji as they are", async () => {
    const user = await open(join("", "s3://", bucket, ""));
    const pasted = '{"é": "😀 {Parameters.Bucket}"}\n'.repeat(130).slice(0, 4000);
    await user.click(textBox("S3 output path, text after Parameter Bucket"));
    await user.paste(pasted);
    expect(inField()).toEqual(join("", "s3://", bucket, pasted));
    expect(screen.queryByRole("listbox")).toBeNull();
  });

  it("is replaced as a whole after Ctrl+A, chips included", async () => {
    const user = await open(join("", "s3://", bucket, "/x"));
    await user.click(textBox("S3 output path, text after Parameter Bucket"));
    await user.keyboard("{Control>}a{/Control}n");
    await user.keyboard("ew");
    expect(inField()).toBe("new");
    expect(textBox("S3 output path").value).toBe("new");
  });
});

it("an argument of a Lambda may be a number first and text with chips then", async () => {
  editor = createEditor(createDocument("d", "churn", definition), { loadModel });
  const source = fieldSourceOf(stepTypeOf("Lambda"), null);
  const item = innerItem(source, openArgumentsItem(source), "message");
  const inspected = { stepKey: "Preprocess", source, documentation: null, keepGroup: () => {}, forgetGroups: () => {} };
  render(
    <WorkspaceContext value={workspaceOf(editor)}>
      <InspectedStepContext value={inspected}>
        <Field item={item} />
      </InspectedStepContext>
    </WorkspaceContext>,
  );
  const user = userEvent.setup({ delay: null, pointerEventsCheck: 0 });
  await user.type(textBox("message"), "n={{Count{Enter}");
  const message = () => getIn(editor.store.getState().document.definition, ["Steps", 0, "Arguments", "message"]);
  expect(message()).toEqual(join("", "n=", { Get: "Parameters.Count" }));
});
