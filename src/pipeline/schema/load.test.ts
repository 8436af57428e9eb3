import { describe, expect, it } from "vitest";
import { floats } from "./beyond";
import { loadAllModels, loadDocumentation, loadModel, loadModels, sdkVersion } from "./load";
import type { Shape } from "./model";

async function structure(type: string, name: string) {
  const shape: Shape | undefined = (await loadModel(type))?.shapes[name];
  if (shape?.kind !== "structure") throw new Error(`${name} is no structure.`);
  return shape;
}

describe("the API model", () => {
  it("says what CreateTrainingJob requires", async () => {
    const { members } = await structure("Training", "CreateTrainingJobRequest");
    const required = members.filter((member) => member.required).map(({ name }) => name);
    expect(required).toEqual(["TrainingJobName", "RoleArn", "OutputDataConfig"]);
  });

  it("reaches every shape that it names", async () => {
    for (const [type, { request, response, shapes }] of await loadAllModels()) {
      const named = Object.values(shapes).flatMap((shape) =>
        shape.kind === "structure" ? shape.members.map((member) => member.shape) : "of" in shape ? [shape.of] : [],
      );
      for (const name of [request, response, ...named]) {
        if (name !== null) expect(shapes[name], `${type} lacks ${name}`).toBeDefined();
      }
    }
  });

  it("tells floats from integers", async () => {
    const metric = await structure("Training", "MetricData");
    expect(metric.members.find(({ name }) => name === "Value")?.shape).toBe("Float");
    const resources = await structure("Training", "ResourceConfig");
    expect(resources.members.find(({ name }) => name === "InstanceCount")?.shape).toBe("Integer");
    expect(floats.has("ProductionVariant.InitialVariantWeight")).toBe(true);
  });

  it("is null for a type without an AWS request, whatever it is called", async () => {
    for (const type of ["Lambda", "Brandnew", "constructor", ""]) {
      expect(await loadModel(type)).toBeNull();
      expect(await loadDocumentation(type)).toBeNull();
    }
  });

  it("is loaded once, for the types asked for", async () => {
    const models = await loadModels(["Model", "Lambda", "Model"]);
    expect([...models.keys()]).toEqual(["Model"]);
    expect(models.get("Model")).toBe(await loadModel("Model"));
    expect(await sdkVersion()).toMatch(/^\d+\.\d+\.\d+$/);
  });
});

describe("the documentation", () => {
  it("is AWS's own words without markup", async () => {
    const texts = await loadDocumentation("Training");
    expect(texts?.["CreateTrainingJobRequest.RoleArn"]).toMatch(
      /^The Amazon Resource Name \(ARN\) of an IAM role that SageMaker can assume/,
    );
    const types = [...(await loadAllModels()).keys()];
    const all = (await Promise.all(types.map(loadDocumentation))).flatMap((one) => Object.entries(one ?? {}));
    expect(all.length).toBeGreaterThan(500);
    for (const [key, text] of all) {
      expect(text, key).not.toMatch(/<\/?[a-z]+[^>]*>|&[a-z]+;|@public|\n\n|^\s|\s$/);
      expect(text, key).not.toBe("");
    }
  });

  it("covers the members of the requests", async () => {
    for (const [type, model] of await loadAllModels()) {
      const texts = (await loadDocumentation(type)) ?? {};
      const members = (await structure(type, model.request ?? "")).members;
      const silent = members.filter(({ name }) => texts[`${model.request}.${name}`] === undefined);
      expect(silent, type).toEqual([]);
    }
  });
});
