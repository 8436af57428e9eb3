// @vitest-environment jsdom
import { act, cleanup, configure, fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createEditor, type Editor } from "../../editor/session/createEditor";
import { undoLabel } from "../../editor/session/selectors";
import { createDocument } from "../../pipeline/definition/document";
import type { ObjectValue, Value } from "../../pipeline/definition/value";
import { compares } from "../../testing/steps";
import { workspaceOf } from "../../testing/workspace";
import { WorkspaceContext } from "../kit/useWorkspace";
import { SimulationPanel } from "./SimulationPanel";

configure({ defaultHidden: true, asyncUtilTimeout: 15_000 });

const lambda = (Name: string, more: Readonly<Record<string, Value>> = {}): ObjectValue => ({
  Name,
  Type: "Lambda",
  Arguments: {},
  FunctionArn: "arn:f",
  ...more,
});
const definition: ObjectValue = {
  Parameters: [{ Name: "Least", Type: "Integer", DefaultValue: 5 }],
  Steps: [
    lambda("Prep", {
      OutputParameters: [
        { OutputName: "rows", OutputType: "Integer" },
        { OutputName: "train_path", OutputType: "String" },
      ],
    }),
    {
      Name: "Eval",
      Type: "Processing",
      Arguments: {},
      DependsOn: ["Prep"],
      PropertyFiles: [{ PropertyFileName: "Report" }],
    },
    {
      Name: "Gate",
      Type: "Condition",
      Arguments: {
        Conditions: [compares("GreaterThanOrEqualTo", "Steps.Prep.OutputParameters['rows']", "Parameters.Least")],
        IfSteps: [
          lambda("Train", {
            Arguments: {
              data: { Get: "Steps.Prep.OutputParameters['train_path']" },
              mse: {
                "Std:JsonGet": { PropertyFile: { Get: "Steps.Eval.PropertyFiles.Report" }, Path: "mse.value" },
              },
            },
          }),
        ],
        ElseSteps: [{ Name: "TooFew", Type: "Fail", Arguments: { ErrorMessage: "too few" } }],
      },
    },
    lambda("Alarm", { DependsOn: [{ Step: "Eval", Trigger: "Failed" }] }),
  ],
};

let editor: Editor;

async function open(...selected: string[]) {
  editor = createEditor(createDocument("d", "churn", definition));
  editor.select(selected);
  const workspace = workspaceOf(editor);
  await workspace.runs.simulation();
  await act(async () => {
    render(
      <WorkspaceContext value={workspace}>
        <SimulationPanel />
      </WorkspaceContext>,
    );
  });
  await screen.findByRole("list", { name: "Simulated steps" });
  return userEvent.setup({ delay: null, pointerEventsCheck: 0 });
}

const rows = () => within(screen.getByRole("list", { name: "Simulated steps" })).getAllByRole("button");
const row = (name: string) => rows().find((button) => button.textContent?.startsWith(name));
const samples = () => editor.store.getState().document.samples;

beforeEach(() => {
  Element.prototype.scrollIntoView = () => {};
});
afterEach(cleanup);

describe("the Simulation tab", () => {
  it("lists the steps in the order in which they run, with their end, outcome and why", async () => {
    await open();
    expect(rows().map((button) => button.textContent)).toEqual([
      "Prep✓Would succeed",
      "Eval✓Would succeed",
      "Gate✓Would succeedTruePrep rows (5) ≥ Least (5) is true.",
      "Train✓Would succeed",
      "TooFew–Would not runGate took the other branch.",
      "Alarm–Would not runIt runs when Eval fails, and Eval succeeded.",
    ]);
    expect(screen.getAllByRole("status")[0]?.textContent).toBe("✓Would succeed4 of 6 steps");
  });

  it("takes another parameter value, and the other branch with it", async () => {
    const user = await open();
    await user.type(screen.getByLabelText("Least"), "100");
    await waitFor(() => expect(row("TooFew")?.textContent).toBe("TooFew✕Would failtoo few"));
    expect(editor.store.getState().simulation?.steps.get("Gate")?.outcome).toBe("False");
    await user.click(screen.getByRole("button", { name: "Reset values" }));
    await waitFor(() => expect(row("Train")?.textContent).toBe("Train✓Would succeed"));
  });

  it("says why a text cannot be a parameter's value, and goes on with the default", async () => {
    const user = await open();
    await user.type(screen.getByLabelText("Least"), "many");
    expect(screen.getByText("An integer is needed, like 100.")).toBeTruthy();
    expect(row("Train")?.textContent).toBe("Train✓Would succeed");
  });

  it("shows a step when it is chosen, here or on the canvas", async () => {
    const user = await open();
    await user.click(row("Prep") ?? document.body);
    expect(screen.getByRole("region", { name: "Simulation of Prep" })).toBeTruthy();
    expect(editor.store.getState().selection.steps).toEqual(["Prep"]);
    act(() => editor.select(["Gate"]));
    expect(screen.getByRole("region", { name: "Simulation of Gate" })).toBeTruthy();
  });

  it("leaves the canvas when it is closed", async () => {
    await open();
    expect(editor.store.getState().simulation).not.toBeNull();
    cleanup();
    expect(editor.store.getState().simulation).toBeNull();
  });
});

describe("a number that a Condition compares", () => {
  const slider = (name: string) => screen.getAllByRole<HTMLInputElement>("slider", { name: `Turn ${name}` })[0];
  const turn = (name: string, to: number) => {
    const input = slider(name);
    if (input === undefined) throw new Error(`no slider for ${name}`);
    fireEvent.change(input, { target: { value: String(to) } });
    return input;
  };

  it("is turned by hand while the branches follow: one entry of the history, its flip in words", async () => {
    await open("Gate");
    expect(screen.getAllByText("Gate turns at 5: True up to it, False above.")).toHaveLength(2);
    expect(screen.getByText("Gate turns at 5: False below, True from it on.")).toBeTruthy();
    turn("Least", 6);
    await waitFor(() => expect(row("TooFew")?.textContent).toBe("TooFew✕Would failtoo few"));
    expect(slider("Least")?.getAttribute("aria-valuetext")).toBe("6: Gate False");
    turn("Least", 5);
    await waitFor(() => expect(row("Train")?.textContent).toBe("Train✓Would succeed"));
    fireEvent.pointerUp(turn("Least", 7));
    expect(undoLabel(editor.store.getState())).toBe("Turn Least");
    act(() => void editor.undo());
    expect(editor.store.getState().document.settings.simulatedValues.size).toBe(0);
  });

  it("is a sample, too: turned where the Condition is looked at, taken back by Escape", async () => {
    await open("Gate");
    fireEvent.keyDown(turn("rows of Prep", 4), { key: "Escape" });
    expect(samples().size).toBe(0);
    fireEvent.blur(turn("rows of Prep", 4));
    expect(samples().get("Prep")).toEqual({ outputs: { "OutputParameters.rows": 4 } });
    await waitFor(() => expect(row("TooFew")?.textContent).toBe("TooFew✕Would failtoo few"));
  });
});

describe("a simulated step", () => {
  it("shows each field that it receives, with where the value came from, and the whole request", async () => {
    await open("Train");
    const fields = screen.getByRole("region", { name: "Resolved fields of Train" });
    expect(within(fields).getByText("Prep · OutputParameters['train_path']")).toBeTruthy();
    expect(within(fields).getByText("Report mse.value")).toBeTruthy();
    const request = screen.getByRole("region", { name: "Request of Train" });
    expect(JSON.parse(request.querySelector("pre")?.textContent ?? "")).toEqual({
      data: "s3://sagemaker-us-east-1-111122223333/Prep/train",
      mse: 0.5,
    });
  });

  it("of a condition shows each comparison with its two values", async () => {
    await open("Gate");
    const list = screen.getByRole("list", { name: "Conditions" });
    expect(list.textContent).toBe("truePrep rows5≥Least5");
  });

  it("that does not run says so", async () => {
    await open("Alarm");
    const result = screen.getByRole("region", { name: "Simulation of Alarm" });
    expect(result.textContent).toContain("It runs when Eval fails, and Eval succeeded.");
    expect(result.textContent).toContain("It is sent nothing: it does not run.");
  });
});

describe("a sample", () => {
  it("is typed by its kind, flows on, and is one step of undo", async () => {
    const user = await open("Prep");
    const field = screen.getByLabelText("rows");
    await user.clear(field);
    await user.type(field, "3");
    await user.tab();
    expect(samples()).toEqual(new Map([["Prep", { outputs: { "OutputParameters.rows": 3 } }]]));
    await waitFor(() => expect(row("TooFew")?.textContent).toContain("Would fail"));
    expect(undoLabel(editor.store.getState())).toBe("Set the sample rows of Prep");
    act(() => editor.undo());
    expect(samples().size).toBe(0);
    await waitFor(() => expect(screen.getByLabelText("rows")).toHaveProperty("value", "5"));
  });

  it("that is no value of its type stays where it is typed, with the reason", async () => {
    const user = await open("Prep");
    const field = screen.getByLabelText("rows");
    await user.clear(field);
    await user.type(field, "x");
    expect(screen.getByText("An integer is needed, like 100.")).toBeTruthy();
    expect(samples().size).toBe(0);
    await user.keyboard("{Escape}");
    expect(field).toHaveProperty("value", "5");
  });

  it("of a property file is JSON", async () => {
    await open("Eval");
    fireEvent.change(screen.getByLabelText("PropertyFiles.Report"), { target: { value: '{"mse": {"value": 4.7}}' } });
    act(() => editor.select(["Train"]));
    await waitFor(() => {
      const request = screen.getByRole("region", { name: "Request of Train" });
      expect(request.textContent).toContain('"mse": 4.7');
    });
    expect(samples()).toEqual(new Map([["Eval", { propertyFiles: { Report: { mse: { value: 4.7 } } } }]]));
  });

  it("goes back to its default alone, or with all others", async () => {
    const user = await open("Prep");
    await user.type(screen.getByLabelText("train_path"), "x");
    await user.tab();
    await user.click(screen.getByRole("button", { name: "Default sample for train_path" }));
    expect(samples().size).toBe(0);
    await user.type(screen.getByLabelText("train_path"), "y");
    await user.tab();
    await user.click(screen.getByRole("button", { name: "Reset samples" }));
    expect(samples().size).toBe(0);
  });
});

describe("a step that is told to fail", () => {
  it("fails with the reason that is typed, and its on-failure steps run", async () => {
    const user = await open("Eval");
    await user.click(screen.getByLabelText("Fails"));
    await waitFor(() => expect(row("Alarm")?.textContent).toBe("Alarm✓Would succeed"));
    const reason = screen.getByLabelText("Reason of the failure");
    await user.clear(reason);
    await user.type(reason, "Out of memory");
    await waitFor(() => expect(row("Eval")?.textContent).toContain("Out of memory"));
    expect(screen.getAllByRole("status")[0]?.textContent).toContain("Would complete with failures");
    await user.click(screen.getByLabelText("Fails"));
    await waitFor(() => expect(row("Eval")?.textContent).toContain("Would succeed"));
    expect(samples().size).toBe(0);
  });
});
