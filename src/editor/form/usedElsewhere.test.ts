import { expect, it } from "vitest";
import { loadModel } from "../../pipeline/schema/load";
import { documentOf } from "../../testing/load";
import { condition, equal, training } from "../../testing/steps";
import { lackingElsewhere, usedElsewhere } from "./usedElsewhere";

const role = (arn: unknown) => ({ RoleArn: arn });
const inside = condition("Gate", [equal], [training("In", role("arn:b"))]);
const { definition } = documentOf([
  training("A", role("arn:a")),
  training("B", role("arn:b")),
  inside,
  training("C", role({ Get: "Parameters.Role" })),
  training("D", role({ Get: "Steps.A.TrainingJobArn" })),
  training("E", role("")),
]);

it("what most of the other steps have comes first, with who has it; what other steps give is not offered", () => {
  expect(usedElsewhere(definition, "E", "role")).toEqual([
    { value: "arn:b", steps: ["B", "In"] },
    { value: "arn:a", steps: ["A"] },
    { value: { Get: "Parameters.Role" }, steps: ["C"] },
  ]);
  expect(usedElsewhere(definition, "A", "role").map(({ value }) => value)).not.toContain("arn:a");
});

it("the steps that lack a role are found by their type's own field", async () => {
  const pipeline = documentOf([
    training("Train", role("arn:a")),
    training("Empty", role("")),
    { Name: "Make", Type: "Model", Arguments: { PrimaryContainer: { Image: "" } } },
    { Name: "Stop", Type: "Fail", Arguments: { ErrorMessage: "no" } },
  ]).definition;
  const models = new Map<string, NonNullable<Awaited<ReturnType<typeof loadModel>>>>();
  for (const type of ["Training", "Model"]) {
    const model = await loadModel(type);
    if (model !== null) models.set(type, model);
  }
  expect(lackingElsewhere(pipeline, models, "Train", "role")).toEqual([
    { step: "Empty", path: ["Arguments", "RoleArn"] },
    { step: "Make", path: ["Arguments", "ExecutionRoleArn"] },
  ]);
  expect(lackingElsewhere(pipeline, models, "Train", "image")).toEqual([
    { step: "Make", path: ["Arguments", "PrimaryContainer", "Image"] },
  ]);
});
