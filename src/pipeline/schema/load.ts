import { lookup } from "../definition/byName";
import { oncePerObject } from "../remember";
import { floats } from "./beyond";
import type { ApiDocumentation, ApiModel, ApiModels, Shape } from "./model";

/** The list of what there is comes as a chunk as well: its many names are of no use before a step is opened. */
const generated = () => import("./generated/index");

/** The version of `@aws-sdk/client-sagemaker` that the models were made from. */
export async function sdkVersion(): Promise<string> {
  return (await generated()).sdkVersion;
}

/** The API model of a step type, null for a type without an AWS request. Each type's model is a chunk of its own, fetched once. */
export async function loadModel(type: string): Promise<ApiModel | null> {
  const loaders = (await generated()).models;
  const load = lookup(loaders, type);
  return load === undefined ? null : withFloats(await load());
}

/** The models of the given step types; types without one are left out. */
export async function loadModels(types: Iterable<string>): Promise<ApiModels> {
  const wanted = [...new Set(types)];
  const loaded = await Promise.all(wanted.map(loadModel));
  return new Map(wanted.flatMap((type, i) => entryOf(type, loaded[i])));
}

/** The models of all step types, for the command line and the server. */
export async function loadAllModels(): Promise<ApiModels> {
  return loadModels(Object.keys((await generated()).models));
}

/** AWS's own sentences on the fields of a step type, by `Shape.Member`; null for a type without an AWS request. */
export async function loadDocumentation(type: string): Promise<ApiDocumentation | null> {
  const loaders = (await generated()).documentation;
  return (await lookup(loaders, type)?.()) ?? null;
}

function entryOf(type: string, model: ApiModel | null | undefined): readonly (readonly [string, ApiModel])[] {
  return model ? [[type, model]] : [];
}

/** The SDK's schemas know "number" alone; which of them are floats stands in `beyond.ts`. */
const withFloats = oncePerObject((model: ApiModel): ApiModel => {
  const shapes: Record<string, Shape> = { ...model.shapes };
  for (const [name, shape] of Object.entries(model.shapes)) {
    if (shape.kind !== "structure" || !shape.members.some((member) => floats.has(`${name}.${member.name}`))) continue;
    const members = shape.members.map((member) =>
      floats.has(`${name}.${member.name}`) ? { ...member, shape: "Float" } : member,
    );
    shapes[name] = { ...shape, members };
    shapes.Float = { kind: "float" };
  }
  return { ...model, shapes };
});
