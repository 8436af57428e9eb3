import { beforeEach, expect, it } from "vitest";
import { type FakeWorkspace, fakeWorkspace } from "../../testing/fakeWorkspace";
import { documentOf, loadAllModels } from "../../testing/load";
import { lambda } from "../../testing/steps";
import { setField } from "../commands/fields/fields";
import { perform } from "../commands/perform";
import { checkNow } from "../commands/pipeline/checkNow";
import { addStep } from "../commands/steps/addStep";
import { renameStep } from "../commands/steps/renameStep";
import { problemsOf, problemsOfStep } from "./selectors";
import { gradeOf } from "./toDo";

const models = await loadAllModels();
let workspace: FakeWorkspace;
const state = () => workspace.editor.store.getState();
const gradesOf = (step: string) =>
  problemsOfStep(state(), step).map((problem) => `${gradeOf(problem)} ${problem.code}`);
const uri = ["Arguments", "OutputDataConfig", "S3OutputPath"];

beforeEach(async () => {
  workspace = fakeWorkspace(documentOf([lambda("Prep")]), models);
  await workspace.editor.startChecking();
  perform(workspace, addStep, { type: "Training" });
});

it("a step that was just added has things to do, and no problem; what is checked elsewhere has them all", () => {
  expect(new Set(gradesOf("Training").map((grade) => grade.split(" ")[0]))).toEqual(new Set(["toDo"]));
  expect(gradesOf("Training")).toContain("toDo required-missing");
  expect(problemsOf(state()).filter(({ severity }) => severity === "error").length).toBeGreaterThan(1);
});

it("a field that was left empty is a problem, the others are still to do", () => {
  const before = gradesOf("Training").length;
  workspace.editor.leaveField("Training", uri);
  const red = problemsOfStep(state(), "Training").filter(({ severity }) => severity === "error");
  expect(red.map(({ at }) => at)).toEqual([uri]);
  expect(gradesOf("Training")).toHaveLength(before);
  expect(gradesOf("Training")).toContain("warning step-not-connected");
});

it("what was typed and is wrong is a problem at once", () => {
  perform(workspace, setField, { step: "Training", path: uri, value: "models", label: "S3 output path" });
  expect(gradesOf("Training")).toContain("warning s3-uri-without-scheme");
});

it("a step that is renamed is still new, also when its name is taken back", () => {
  perform(workspace, renameStep, { step: "Training", to: "Train" });
  expect(gradesOf("Train")).toContain("toDo required-missing");
  workspace.editor.undo();
  expect(gradesOf("Training")).toContain("toDo required-missing");
});

it("all of it is a problem once somebody asks", async () => {
  await perform(workspace, checkNow, undefined);
  expect(gradesOf("Training")).toContain("error required-missing");
  expect(gradesOf("Training").some((grade) => grade.startsWith("toDo"))).toBe(false);
  expect(state().panel).toBe("problems");
});
