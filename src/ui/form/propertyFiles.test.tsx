// @vitest-environment jsdom
import { cleanup, configure, screen } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";
import { whatIsUnsaid } from "../../editor/commands/edges/askWire";
import { judgeWire } from "../../pipeline/wiring/judge";
import { openInspector } from "../../testing/openInspector";
import { lambda, processing } from "../../testing/steps";

configure({ defaultHidden: true, asyncUtilTimeout: 15_000 });
afterEach(cleanup);

it("a property file lies in one of the step's outputs, and a sample of it shows the values to be read", async () => {
  const { editor, user, step } = await openInspector(
    [processing("Judge"), lambda("Tell", { Arguments: { mse: "" } })],
    "Judge",
  );
  await user.click(screen.getByRole("tab", { name: "Outputs" }));
  await user.click(screen.getByRole("button", { name: "Add property file" }));
  await user.type(screen.getByLabelText("Property file name"), "Report{Enter}");
  await user.click(screen.getByRole("combobox", { name: "Output name" }));
  await user.click(await screen.findByRole("option", { name: "report" }));
  await user.type(screen.getByLabelText("File path"), "evaluation.json{Enter}");
  expect(step("Judge").PropertyFiles).toEqual([
    { PropertyFileName: "Report", OutputName: "report", FilePath: "evaluation.json" },
  ]);

  const given = screen.getByLabelText("File for Report");
  await user.upload(given, new File(["{"], "broken.json"));
  expect((await screen.findByRole("alert")).textContent).toContain("broken.json is no JSON file");
  await user.upload(given, new File(['{"mse": {"value": 4.9}, "folds": [1]}'], "evaluation.json"));
  const values = await screen.findByRole("list", { name: "Values of Report" });
  expect(values.textContent).toBe("mse.value 4.9folds[0] 1");
  expect(screen.queryByRole("alert")).toBeNull();

  // The same paths are offered wherever the file is read.
  const wire = {
    source: { kind: "output", step: "Judge", output: "PropertyFiles.Report" },
    target: { step: "Tell", path: ["Arguments", "mse"] },
  } as const;
  const state = editor.store.getState();
  const verdict = judgeWire(state.document, state.models, wire.source, wire.target);
  const question = verdict.ok ? whatIsUnsaid(state, wire, verdict) : null;
  expect(question !== null && "text" in question && question.text.suggestions).toEqual(["mse.value", "folds[0]"]);
});
