// @vitest-environment jsdom
import { act, cleanup, configure, fireEvent, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createEditor, type Editor } from "../../../editor/session/createEditor";
import { undoLabel } from "../../../editor/session/selectors";
import { createDocument } from "../../../pipeline/definition/document";
import { parseDefinition } from "../../../pipeline/definition/parse";
import type { Path } from "../../../pipeline/definition/path";
import { serialise } from "../../../pipeline/definition/serialise";
import { getIn, isObject, type Value } from "../../../pipeline/definition/value";
import { addStep } from "../../../pipeline/edits/addStep";
import { addDependsOn } from "../../../pipeline/edits/dependsOn";
import { addParameter } from "../../../pipeline/edits/parameters";
import { loadModel } from "../../../pipeline/schema/load";
import { drawInspector } from "../../../testing/openInspector";

const definition = `{"Version":"2020-12-01","Metadata":{},
 "Parameters":[{"Name":"Bucket","Type":"String","DefaultValue":"b"},{"Name":"Count","Type":"Integer","DefaultValue":1}],
 "Steps":[
  {"Name":"Preprocess","Type":"Lambda","Arguments":{"bucket":"mine"},"FunctionArn":"arn:f",
   "OutputParameters":[{"OutputName":"train_path","OutputType":"String"}]},
  {"Name":"Train","Type":"Training","Arguments":{
   "AlgorithmSpecification":{"TrainingImage":"image","TrainingInputMode":"File"},
   "OutputDataConfig":{"S3OutputPath":{"Std:Join":{"On":"/","Values":["s3:/",{"Get":"Parameters.Bucket"},"models"]}}},
   "ResourceConfig":{"InstanceType":"ml.m5.xlarge","InstanceCount":1,"VolumeSizeInGB":30},
   "StoppingCondition":{"MaxRuntimeInSeconds":3600},
   "RoleArn":"",
   "InputDataConfig":[{"ChannelName":"train","DataSource":{"S3DataSource":{"S3DataType":"S3Prefix","S3Uri":""}}}],
   "Unheard":{"Of":2.0}}}]}`;

// Whether an element is hidden is asked of its whole ancestry's styles, at each query: nothing here hides what it is looked for by.
configure({ defaultHidden: true, asyncUtilTimeout: 15_000 });

let editor: Editor;

async function open(...selected: string[]): Promise<ReturnType<typeof userEvent.setup>> {
  const parsed = parseDefinition(definition);
  if (!parsed.ok || !isObject(parsed.value)) throw new Error("The definition of the test is none.");
  editor = createEditor(createDocument("d", "churn", parsed.value), { loadModel });
  await waitFor(() => expect(editor.store.getState().models.has("Training")).toBe(true));
  editor.select(selected);
  drawInspector(editor);
  return userEvent.setup({ delay: null, pointerEventsCheck: 0 });
}

function inTrain(...path: Path): Value | undefined {
  return getIn(editor.store.getState().document.definition, ["Steps", 1, "Arguments", ...path]);
}

function text(): string {
  return serialise(editor.store.getState().document.definition);
}

const pastCount = () => editor.store.getState().history.past.length;

beforeEach(() => {
  // jsdom draws nothing, so nothing scrolls.
  Element.prototype.scrollIntoView = () => {};
});
afterEach(() => {
  cleanup();
  window.localStorage.clear();
});

describe("a field", () => {
  it("is named by its label and described by its path", async () => {
    await open("Train");
    const field = screen.getByRole("textbox", { name: "Channel name" });
    expect(field).toHaveProperty("value", "train");
    const path = document.getElementById(field.getAttribute("aria-describedby") ?? "");
    expect(path?.textContent).toBe("Arguments.InputDataConfig[0].ChannelName");
  });

  it("is edited live, and the visit is one step of undo", async () => {
    const user = await open("Train");
    await user.type(screen.getByLabelText("Role ARN"), "arn:role");
    expect(inTrain("RoleArn")).toBe("arn:role");
    expect(pastCount()).toBe(0);
    await user.tab();
    expect(pastCount()).toBe(1);
    editor.undo();
    expect(inTrain("RoleArn")).toBe("");
  });

  it("takes back what was typed on Escape", async () => {
    const user = await open("Train");
    const field = screen.getByLabelText("Channel name");
    await user.type(field, "ing");
    expect(inTrain("InputDataConfig", 0, "ChannelName")).toBe("training");
    await user.keyboard("{Escape}");
    expect(field).toHaveProperty("value", "train");
    expect(pastCount()).toBe(0);
  });

  it("of AWS's choosing takes other text too", async () => {
    const user = await open("Train");
    const field = screen.getByRole("combobox", { name: "Training input mode" });
    await user.clear(field);
    fireEvent.change(field, { target: { value: "FastFile2" } });
    await user.keyboard("{Enter}");
    expect(inTrain("AlgorithmSpecification", "TrainingInputMode")).toBe("FastFile2");
    expect(pastCount()).toBe(1);
  });

  it("that is emptied loses its key when it is optional, and keeps it when it is required", async () => {
    const user = await open("Train");
    await user.clear(screen.getByLabelText("Training image"));
    await user.clear(screen.getByLabelText("Channel name"));
    await user.tab();
    expect(inTrain("AlgorithmSpecification", "TrainingImage")).toBeUndefined();
    expect(screen.getByLabelText("Training image")).toBeTruthy();
    expect(inTrain("InputDataConfig", 0, "ChannelName")).toBe("");
  });

  it("for a number says what does not fit and leaves the definition as it was", async () => {
    const user = await open("Train");
    const field = screen.getByLabelText("Instance count");
    await user.clear(field);
    await user.type(field, "two");
    expect(screen.getByRole("alert").textContent).toContain("Instance count takes a whole number");
    await user.keyboard("{Escape}");
    expect(inTrain("ResourceConfig", "InstanceCount")).toBe(1);
    expect(field).toHaveProperty("value", "1");
  });

  it("shows its problem in the problem's own words", async () => {
    await open("Train");
    await act(() => editor.startChecking());
    const field = screen.getByLabelText("Role ARN").closest("[data-path]");
    expect(field?.textContent).toContain("RoleArn of Train is empty. Fill it in, or remove it");
  });

  it("that no model knows is kept and edited as JSON", async () => {
    await open("Train");
    expect(screen.getByLabelText("Unheard")).toHaveProperty("value", '{\n  "Of": 2.0\n}');
    expect(text()).toContain('"Of":2.0');
  });

  it("stays where it is while one works in it", async () => {
    const user = await open("Train");
    await user.click(screen.getByRole("button", { name: "All fields" }));
    await user.click(screen.getByRole("button", { name: /^All other fields/ }));
    await user.click(screen.getByRole("button", { name: /^VPC config / }));
    await user.click(screen.getByRole("button", { name: "Add subnet" }));
    expect(inTrain("VpcConfig")).toEqual({ Subnets: [""] });
    const fold = screen.getByRole("button", { name: /^All other fields/ }).parentElement;
    expect(within(fold ?? document.body).getByLabelText("Subnets 1")).toBeTruthy();
  });
});

describe("the form", () => {
  it("shows what is essential, set or at fault; all fields when they are asked for, the next time too", async () => {
    const user = await open("Train");
    const other = () => screen.queryByRole("button", { name: /^All other fields/ });
    expect(screen.getByLabelText("Unheard")).toBeTruthy();
    expect(other()).toBeNull();
    expect(screen.queryByRole("button", { name: /more fields?/ })).toBeNull();
    await user.click(screen.getByRole("button", { name: "All fields" }));
    expect(other()).toBeTruthy();
    cleanup();
    await open("Train");
    expect(other()).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "All fields", pressed: true }));
    expect(other()).toBeNull();
  });

  it("leads by Tab from input to input, and by Alt, ↑ and the arrows to the signs of a field", async () => {
    const user = await open("Train");
    screen.getByLabelText("Instance count").focus();
    await user.tab();
    expect(document.activeElement).toBe(screen.getByLabelText("Volume size"));
    await user.keyboard("{Alt>}{ArrowUp}{/Alt}");
    expect(document.activeElement).toBe(screen.getByRole("button", { name: "Make Volume size a parameter" }));
    await user.keyboard("{ArrowRight}{ArrowRight}");
    expect(document.activeElement).toBe(screen.getByRole("button", { name: "Reference for Volume size" }));
    await user.keyboard("{Escape}");
    expect(document.activeElement).toBe(screen.getByLabelText("Volume size"));
  });

  it("makes a literal a parameter of its type, named after the field, in one step of undo", async () => {
    const user = await open("Train");
    await user.click(screen.getByRole("button", { name: "Make Instance count a parameter" }));
    expect(inTrain("ResourceConfig", "InstanceCount")).toEqual({ Get: "Parameters.InstanceCount" });
    expect(text()).toContain('{"Name":"InstanceCount","Type":"Integer","DefaultValue":1}');
    expect(pastCount()).toBe(1);
    act(() => {
      editor.edit("more", addParameter("InstanceType", "String"));
    });
    await user.click(screen.getByRole("button", { name: "Make Instance type a parameter" }));
    expect(inTrain("ResourceConfig", "InstanceType")).toEqual({ Get: "Parameters.TrainInstanceType" });
    expect(screen.queryByRole("button", { name: "Make Role ARN a parameter" })).toBeNull();
  });

  it("offers what other steps have, and sets what others lack, each in one step of undo", async () => {
    const user = await open("Train");
    act(() => {
      editor.edit("more", addStep("Model", { x: 0, y: 0 }, "Make"));
      editor.select(["Make"]);
    });
    const offered = await screen.findByRole("list", { name: "Used elsewhere for Image" });
    await user.click(within(offered).getByRole("button", { name: "image" }));
    expect(text()).toContain('"PrimaryContainer":{"Image":"image","ModelDataUrl":""}');
    await user.type(screen.getByLabelText("Execution role ARN"), "arn:r{Enter}");
    const count = pastCount();
    await user.click(screen.getByRole("button", { name: "Set Execution role ARN for Train, which lacks it" }));
    expect(inTrain("RoleArn")).toBe("arn:r");
    expect(pastCount()).toBe(count + 1);
  });

  it("says what there is to read about the field that has the focus, and before that about the step", async () => {
    const user = await open("Train");
    const about = (name: string) => screen.findByRole("region", { name: `About ${name}` });
    expect((await about("Training")).textContent).toContain("Trains a model in a SageMaker training job.");
    await user.click(screen.getByLabelText("Channel name"));
    const said = await about("Channel name");
    expect(said.textContent).toContain("InputDataConfig[0].ChannelName");
    await waitFor(() => expect(said.textContent).toContain("The name of the channel"));
    await user.click(screen.getByRole("tab", { name: "Configure" }));
    expect(await about("Channel name")).toBeTruthy();
  });
});

it("an optional choice can be left open: neither of the two, in one step of undo", async () => {
  const user = await open("Train");
  const choice = screen.getByRole("radiogroup", { name: "Training image or algorithm name" });
  await user.click(within(choice).getByRole("radio", { name: "Neither" }));
  expect(inTrain("AlgorithmSpecification")).toEqual({ TrainingInputMode: "File" });
  expect(within(choice).getByRole("radio", { name: "Neither" })).toHaveProperty("checked", true);
  expect(pastCount()).toBe(1);
});

describe("lists and maps", () => {
  it("grow by an element like the last one, to be filled in", async () => {
    const user = await open("Train");
    await user.click(screen.getByRole("button", { name: "Add channel" }));
    expect(inTrain("InputDataConfig", 1)).toEqual({
      ChannelName: "",
      DataSource: { S3DataSource: { S3DataType: "S3Prefix", S3Uri: "" } },
    });
    expect(pastCount()).toBe(1);
    expect(screen.getByText("2 channels")).toBeTruthy();
  });

  it("shrink and are put into another order", async () => {
    const user = await open("Train");
    await user.click(screen.getByRole("button", { name: "Add channel" }));
    await user.click(screen.getByRole("button", { name: "Move channel train down" }));
    expect(inTrain("InputDataConfig", 1, "ChannelName")).toBe("train");
    await user.click(screen.getByRole("button", { name: "Remove channel train" }));
    expect(inTrain("InputDataConfig")).toHaveLength(1);
    expect(inTrain("InputDataConfig", 0, "ChannelName")).toBe("");
  });

  it("take an entry by its name, then its value", async () => {
    const user = await open("Train");
    await user.click(screen.getByRole("button", { name: "Add hyperparameter" }));
    await user.keyboard("max_depth{Enter}");
    await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText("max_depth")));
    await user.keyboard("5{Enter}");
    expect(inTrain("HyperParameters")).toEqual({ max_depth: "5" });
    expect(pastCount()).toBe(2);
  });

  it("rename an entry when its name is left, and refuse a name that is taken", async () => {
    const user = await open("Preprocess");
    const name = screen.getByLabelText("Name of bucket");
    await user.clear(name);
    await user.type(name, "target{Enter}");
    expect(text()).toContain('"Arguments":{"target":"mine"}');
    await user.click(screen.getByRole("button", { name: "Add argument" }));
    await user.keyboard("target");
    expect(screen.getByRole("alert").textContent).toBe("There is a target already.");
  });
});

describe("a reference", () => {
  it("is picked from what fits and shown as a chip", async () => {
    const user = await open("Train");
    await user.click(within(fieldOf("S3 URI")).getByRole("button", { name: "Reference for S3 URI" }));
    const list = screen.getByRole("listbox", { name: "Find a reference for S3 URI" });
    await user.click(within(list).getByRole("option", { name: /^Preprocess train_path/ }));
    expect(inTrain("InputDataConfig", 0, "DataSource", "S3DataSource", "S3Uri")).toEqual({
      Get: "Steps.Preprocess.OutputParameters['train_path']",
    });
    expect(screen.getByRole("group", { name: "S3 URI" }).textContent).toContain("Preprocess train_path");
    expect(undoLabel(editor.store.getState())).toBe("Connect Preprocess train_path to Train S3Uri");
  });

  it("is found by typing and taken by the keyboard, and Escape closes the list", async () => {
    const user = await open("Train");
    const button = within(fieldOf("Role ARN")).getByRole("button", { name: "Reference for Role ARN" });
    await user.click(button);
    await user.keyboard("buck{Enter}");
    expect(inTrain("RoleArn")).toEqual({ Get: "Parameters.Bucket" });
    await user.click(within(fieldOf("Channel name")).getByRole("button", { name: "Reference for Channel name" }));
    await user.keyboard("{Escape}");
    expect(screen.queryByRole("listbox")).toBeNull();
  });

  it("to a number is made text where text is wanted", async () => {
    const user = await open("Train");
    await user.click(within(fieldOf("Role ARN")).getByRole("button", { name: "Reference for Role ARN" }));
    await user.keyboard("count{Enter}");
    expect(inTrain("RoleArn")).toEqual({ "Std:Join": { On: "", Values: [{ Get: "Parameters.Count" }] } });
  });

  it("among text is shown with it, and × takes it out", async () => {
    const user = await open("Train");
    const value = screen.getByRole("group", { name: "S3 output path" });
    expect(value.textContent).toBe("s3://Parameter Bucket×/models");
    await user.click(within(value).getByRole("button", { name: /^Remove / }));
    expect(inTrain("OutputDataConfig", "S3OutputPath")).toBe("s3://models");
  });

  it("is asked for by a brace in a number and in a choice too", async () => {
    const user = await open("Train");
    await user.type(screen.getByLabelText("Instance count"), "{{");
    await user.keyboard("count{Enter}");
    expect(inTrain("ResourceConfig", "InstanceCount")).toEqual({ Get: "Parameters.Count" });
    const choice = screen.getByRole("combobox", { name: "Instance type" });
    await user.type(choice, "{{");
    await user.keyboard("bucket{Enter}");
    expect(inTrain("ResourceConfig", "InstanceType")).toEqual({ Get: "Parameters.Bucket" });
  });

  it("is not offered where SageMaker takes only a literal", async () => {
    await open("Preprocess");
    expect(screen.queryByRole("button", { name: "Reference for Function ARN" })).toBeNull();
    expect(screen.getByRole("button", { name: "Reference for bucket" })).toBeTruthy();
  });
});

describe("finding a field", () => {
  it("looks in labels, paths and AWS's words, at fields that are not there yet too", async () => {
    await open("Train");
    fireEvent.change(screen.getByLabelText("Find a field"), { target: { value: "spot training" } });
    expect(await screen.findByLabelText("Enable managed spot training")).toBeTruthy();
    fireEvent.change(screen.getByLabelText("Find a field"), { target: { value: "xyzzy" } });
    expect(await screen.findByText("No field of Training says that.")).toBeTruthy();
  });

  it("is done for whoever asks to see one", async () => {
    await open("Train");
    act(() => editor.reveal("Train", "Arguments.VpcConfig.Subnets"));
    await waitFor(() => expect(screen.getByRole("button", { name: "Add subnet" })).toBeTruthy());
  });
});

describe("the step's name", () => {
  it("takes every reference along", async () => {
    const user = await open("Preprocess");
    const name = screen.getByLabelText("Name");
    await user.clear(name);
    await user.type(name, "Prepare{Enter}");
    expect(text()).toContain('"Name":"Prepare"');
    expect(editor.store.getState().selection.steps).toEqual(["Prepare"]);
    expect(document.activeElement).toBe(screen.getByLabelText("Name"));
  });

  it("says at once why it cannot be taken", async () => {
    const user = await open("Preprocess");
    const name = screen.getByLabelText("Name");
    await user.clear(name);
    await user.type(name, "Train");
    expect(screen.getByRole("alert").textContent).toBe("There is a step Train already; a name stands for one step.");
    await user.tab();
    expect(text()).toContain('"Name":"Preprocess"');
  });
});

describe("outputs", () => {
  it("of a Lambda step are declared by name and type", async () => {
    const user = await open("Preprocess");
    await user.click(screen.getByRole("tab", { name: "Outputs" }));
    await user.type(screen.getByLabelText("Output name"), "statusCode{Enter}");
    expect(text()).toContain('{"OutputName":"statusCode","OutputType":"String"}');
    expect(screen.getByLabelText("Name of statusCode")).toBeTruthy();
  });

  it("are renamed with those who read them, and say who that is", async () => {
    const user = await open("Train");
    await user.click(within(fieldOf("Role ARN")).getByRole("button", { name: "Reference for Role ARN" }));
    await user.keyboard("train_path{Enter}");
    act(() => editor.select(["Preprocess"]));
    await user.click(screen.getByRole("tab", { name: "Outputs" }));
    expect(screen.getByText("read by").textContent).toBe("read by Train");
    const name = screen.getByLabelText("Name of train_path");
    await user.clear(name);
    await user.type(name, "path{Enter}");
    expect(inTrain("RoleArn")).toEqual({ Get: "Steps.Preprocess.OutputParameters['path']" });
  });

  it("of a job are those of its API, and show as ports when asked", async () => {
    const user = await open("Train");
    await user.click(screen.getByRole("tab", { name: "Outputs" }));
    fireEvent.change(screen.getByLabelText("Find an output"), { target: { value: "trainingjobname" } });
    await user.click(screen.getByRole("button", { name: "Show TrainingJobName as port" }));
    expect(editor.store.getState().document.pins.get("Train")?.outputs).toEqual(["TrainingJobName"]);
  });
});

describe("the other views", () => {
  it("say that a step is neither retried nor cached", async () => {
    const user = await open("Train");
    await user.click(screen.getByRole("tab", { name: "Retries & caching" }));
    await user.click(screen.getByRole("button", { name: "Add retry policy" }));
    expect(text()).toContain('"RetryPolicies":[{"ExceptionType":[]}]');
    await user.type(screen.getByLabelText("Backoff rate"), "2.0{Enter}");
    expect(text()).toContain('"BackoffRate":2.0');
  });

  it("apply the step's JSON in one change, and refuse what is none", async () => {
    const user = await open("Preprocess");
    await user.click(screen.getByRole("tab", { name: "JSON" }));
    const json = screen.getByLabelText("JSON of Preprocess");
    fireEvent.change(json, { target: { value: '{"Name":"Preprocess",' } });
    expect(screen.getByRole("alert").textContent).toMatch(/^Line 1, column \d+: /);
    fireEvent.change(json, { target: { value: '{"Name":"Preprocess","Type":"Lambda","Rate":1e5}' } });
    await user.click(screen.getByRole("button", { name: "Apply" }));
    expect(text()).toContain('{"Name":"Preprocess","Type":"Lambda","Rate":1e5}');
    expect(pastCount()).toBe(1);
  });

  it("say why an edge is there, and remove a reason", async () => {
    const user = await open();
    act(() => {
      editor.edit("wait", addDependsOn("Train", "Preprocess"));
      editor.selectEdge({ from: "Preprocess", to: "Train" });
    });
    expect(screen.getByRole("list", { name: "Reasons" }).textContent).toContain("Train waits for Preprocess and runs");
    await user.click(screen.getByRole("button", { name: "Remove Train waits for Preprocess" }));
    expect(text()).not.toContain("DependsOn");
    expect(screen.getByText("Pipeline")).toBeTruthy();
  });

  it("rename the pipeline and name its experiment", async () => {
    const user = await open();
    await user.type(screen.getByLabelText("Experiment name"), "churn{Enter}");
    expect(text()).toContain('"PipelineExperimentConfig":{"ExperimentName":"churn"},"Steps"');
    const name = screen.getByLabelText("Pipeline name");
    await user.clear(name);
    await user.type(name, "churn model");
    expect(screen.getByRole("alert").textContent).toContain("letters, digits and single hyphens");
  });

  it("list several steps and delete them", async () => {
    const user = await open("Preprocess", "Train");
    expect(screen.getByRole("list", { name: "Selected steps" }).textContent).toBe("PreprocessLambdaTrainTraining");
    await user.click(screen.getByRole("button", { name: "Delete" }));
    expect(text()).toContain('"Steps":[]');
  });
});

/** The form's part of a field, with its buttons. */
function fieldOf(label: string): HTMLElement {
  const field = screen.getByLabelText(label).closest<HTMLElement>(".sw-field");
  if (field === null) throw new Error(`${label} stands in no field.`);
  return field;
}
