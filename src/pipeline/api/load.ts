import { floats } from "./beyond";
import * as generated from "./generated/index";
import type { ApiDocumentation, ApiModel, ApiModels, Shape } from "./model";

/** The version of `@aws-sdk/client-sagemaker` that the models were made from. */
export const sdkVersion: string = generated.sdkVersion;

const models = new Map<string, Promise<ApiModel>>();

/** The API model of a step type, null for a type without an AWS request. Each type's model is a chunk of its own. */
export async function loadModel(type: string): Promise<ApiModel | null> {
  if (!Object.hasOwn(generated.models, type)) return null;
  const load = generated.models[type];
  if (load === undefined) return null;
  let model = models.get(type);
  if (model === undefined) {
    model = load().then(withFloats);
    models.set(type, model);
    // A chunk that could not be fetched is asked for again next time.
    model.catch(() => models.delete(type));
  }
  return model;
}

/** The models of the given step types; types without one are left out. */
export async function loadModels(types: Iterable<string>): Promise<ApiModels> {
  const wanted = [...new Set(types)];
  const loaded = await Promise.all(wanted.map(loadModel));
  return new Map(wanted.flatMap((type, i) => entryOf(type, loaded[i])));
}

/** The models of all step types, for the command line and the server. */
export function loadAllModels(): Promise<ApiModels> {
  return loadModels(Object.keys(generated.models));
}

/** AWS's own sentences on the fields of a step type, by `Shape.Member`; null for a type without an AWS request. */
export async function loadDocumentation(type: string): Promise<ApiDocumentation | null> {
  if (!Object.hasOwn(generated.documentation, type)) return null;
  return (await generated.documentation[type]?.()) ?? null;
}

function entryOf(type: string, model: ApiModel | null | undefined): readonly (readonly [string, ApiModel])[] {
  return model ? [[type, model]] : [];
}

/** The SDK's schemas know "number" alone; which of them are floats stands in `beyond.ts`. */
function withFloats(model: ApiModel): ApiModel {
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
}
