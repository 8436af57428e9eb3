// @vitest-environment jsdom
import { cleanup, configure, fireEvent, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { strToU8, zipSync } from "fflate";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createEditor, type Editor } from "../../../editor/session/createEditor";
import { createDocument } from "../../../pipeline/definition/document";
import { parseDefinition } from "../../../pipeline/definition/parse";
import { getIn, isObject } from "../../../pipeline/definition/value";
import { loadModel } from "../../../pipeline/schema/load";
import { drawInspector } from "../../../testing/openInspector";

const definition = `{"Version":"2020-12-01","Metadata":{},"Parameters":[],"Steps":[
  {"Name":"Preprocess","Type":"Lambda","Arguments":{"bucket":"mine"},"FunctionArn":"arn:f",
   "OutputParameters":[{"OutputName":"body","OutputType":"String"},{"OutputName":"rows","OutputType":"String"}]}]}`;

const code = `def lambda_handler(event, context):
    train_path = f"s3://{event['bucket']}/{event['prefix']}/train.csv"
    return {"statusCode": 200, "body": "ok", "train_path": train_path, "rows": len(event["lines"]), "meta": {"a": 1}, "who": event["who"]}

def other_handler(event, context):
    return {"other": True}
`;

configure({ defaultHidden: true, asyncUtilTimeout: 15_000 });

let editor: Editor;

async function open() {
  const parsed = parseDefinition(definition);
  if (!parsed.ok || !isObject(parsed.value)) throw new Error("The definition of the test is none.");
  editor = createEditor(createDocument("d", "churn", parsed.value), { loadModel });
  editor.select(["Preprocess"]);
  drawInspector(editor);
  const user = userEvent.setup({ delay: null, pointerEventsCheck: 0 });
  await user.click(await screen.findByRole("tab", { name: "Outputs" }));
  return user;
}

async function openCode() {
  const user = await open();
  await user.click(screen.getByRole("button", { name: "Read from code" }));
  return { user, field: await screen.findByLabelText("Handler code") };
}

async function read(text: string) {
  const { user, field } = await openCode();
  fireEvent.change(field, { target: { value: text } });
  return user;
}

const step = () => getIn(editor.store.getState().document.definition, ["Steps", 0]);
const outputs = () => JSON.parse(JSON.stringify(getIn(step(), ["OutputParameters"])));

beforeEach(() => {
  Element.prototype.scrollIntoView = () => {};
});
afterEach(cleanup);

describe("reading a Lambda step's outputs from its code", () => {
  it("declares what is ticked in one step of undo", async () => {
    const user = await read(code);
    const button = await screen.findByRole("button", { name: "Declare 3 outputs" });
    await user.click(button);
    expect(outputs()).toEqual([
      { OutputName: "body", OutputType: "String" },
      { OutputName: "rows", OutputType: "String" },
      { OutputName: "statusCode", OutputType: "Integer" },
      { OutputName: "train_path", OutputType: "String" },
      { OutputName: "who", OutputType: "String" },
    ]);
    expect(editor.store.getState().history.past).toHaveLength(1);
    editor.undo();
    expect(outputs()).toHaveLength(2);
  });

  it("shows what is declared, offers the type that differs, flags what is nested and what is a guess", async () => {
    const user = await read(code);
    const found = within(await screen.findByRole("region", { name: "Outputs found in the code" }));
    expect(found.queryByRole("checkbox", { name: "body" })).toBeNull();
    expect(found.getByText("declared")).toBeTruthy();
    expect(found.getByText(/Declared as String; the code gives Integer/)).toBeTruthy();
    expect(found.getByText(/SageMaker turns a dictionary or list into one string/)).toBeTruthy();
    expect(found.getByText(/A guess/)).toBeTruthy();
    expect(found.getByRole("checkbox", { name: "meta" })).toHaveProperty("checked", false);
    for (const name of ["statusCode", "train_path", "who", "rows"]) {
      await user.click(found.getByRole("checkbox", { name }));
    }
    await user.click(screen.getByRole("button", { name: "Declare 1 output" }));
    expect(outputs()).toContainEqual({ OutputName: "rows", OutputType: "Integer" });
  });

  it("offers the arguments that the function reads and the step lacks", async () => {
    const user = await read(code);
    const lacking = within(await screen.findByRole("region", { name: "Arguments found in the code" }));
    expect(lacking.getAllByRole("checkbox").map((box) => box.closest("li")?.textContent)).toEqual([
      "Add argument prefix",
      "Add argument lines",
      "Add argument who",
    ]);
    await user.click(lacking.getByRole("checkbox", { name: "Add argument prefix" }));
    await user.click(screen.getByRole("button", { name: "Declare 3 outputs and add 1 argument" }));
    expect(JSON.parse(JSON.stringify(getIn(step(), ["Arguments"])))).toEqual({ bucket: "mine", prefix: "" });
  });

  it("lets one choose the function where there are several", async () => {
    const user = await read(code);
    await user.click(await screen.findByRole("button", { name: /^Handler function/ }));
    await user.click(await screen.findByRole("option", { name: "other_handler" }));
    expect(await screen.findByRole("checkbox", { name: "other" })).toBeTruthy();
    expect(screen.queryByRole("checkbox", { name: "train_path" })).toBeNull();
  });

  it("takes a deployment package that is dropped", async () => {
    const { field } = await openCode();
    const zip = zipSync({
      "index.mjs": strToU8("export const handler = async () => ({ fromZip: 1.5 });"),
      "more.mjs": strToU8("export const handler = async () => ({ fromOther: true });"),
    });
    const file = new File([new Uint8Array(zip)], "package.zip");
    fireEvent.drop(field, { dataTransfer: { types: ["Files"], files: [file] } });
    expect(await screen.findByRole("checkbox", { name: "fromZip" })).toBeTruthy();
    expect(screen.getByRole("button", { name: /^File/ })).toBeTruthy();
  });

  it("says what is wrong with what it is given", async () => {
    const { field } = await openCode();
    fireEvent.change(field, { target: { value: "x = 1" } });
    await waitFor(() =>
      expect(screen.getByRole("alert").textContent).toMatch(/no function here that Lambda could call/),
    );
    fireEvent.drop(field, {
      dataTransfer: { types: ["Files"], files: [new File([new Uint8Array([255, 254, 0])], "a.png")] },
    });
    expect(await screen.findByText(/a.png is no text file/)).toBeTruthy();
  });

  it("gives a handler to begin with", async () => {
    const user = await open();
    await user.click(screen.getByRole("button", { name: "Handler skeleton" }));
    const text = await screen.findByRole("textbox", { name: "Handler skeleton" });
    expect(text).toHaveProperty("value", expect.stringContaining('bucket = event["bucket"]'));
    await user.click(screen.getByRole("button", { name: /^Language of the skeleton/ }));
    await user.click(await screen.findByRole("option", { name: "JavaScript" }));
    expect(text).toHaveProperty("value", expect.stringContaining("export const handler"));
  });
});
