import type { Path } from "../definition/path";
import { commonKeys, envelopeShapes, lastKey, stepShapeName } from "./envelope";
import type { ApiModel, Shape } from "./model";
import { type Ground, memberPlace, Place, plainType, unknownPlace } from "./place";
import type { OwnField, StepType } from "./stepType";

/** The model that says what `Arguments` holds: AWS's own, or the one of the step type; null where there is none. */
export function argumentsModel(model: ApiModel | null | undefined, stepType: StepType): ApiModel | null {
  if (stepType.argumentsForm === "own") return stepType.ownModel ?? null;
  return stepType.argumentsForm === "request" ? (model ?? null) : null;
}

interface Tree {
  readonly model: ApiModel | null;
  readonly step: Place;
}
const remembered = new WeakMap<StepType, Tree>();

/**
 * The step itself: the root of all places in a step of this type. Its members are the keys that such a step may have, in the order in
 * which they are written; those that it may not have are known too, as `dropped`. The same objects for the same type and model.
 */
export function placesOf(stepType: StepType, model: ApiModel | null | undefined): Place {
  const known = argumentsModel(model, stepType);
  let tree = remembered.get(stepType);
  if (tree === undefined || tree.model !== known) {
    tree = { model: known, step: stepPlace(stepType, known) };
    remembered.set(stepType, tree);
  }
  return tree.step;
}

/** The place at a path relative to the step; an unknown one where nobody knows. */
export function placeAt(stepType: StepType, model: ApiModel | null | undefined, path: Path): Place {
  let place = placesOf(stepType, model);
  for (const segment of path) place = place.at(segment);
  return place;
}

function stepPlace(stepType: StepType, model: ApiModel | null): Place {
  const ground: Ground = { zone: "beside", shapes: envelopeShapes, stepType };
  const shape = envelopeShapes[stepShapeName] as Shape;
  const step = new Place(ground, "", "", shape, stepShapeName, {});
  const own = (stepType.ownFields ?? []).filter(({ path }) => !path.startsWith("Arguments"));
  const members = shape.kind === "structure" ? shape.members : [];
  const places = members
    .filter(({ name }) => !own.some(({ path }) => path === name))
    .map((member) => (member.name === "Arguments" ? argumentsPlace(stepType, model) : besidePlace(step, member)));
  const last = places.findIndex(({ name }) => name === lastKey);
  return step.withMembers(places.toSpliced(last, 0, ...own.map((field) => ownPlace(ground, field))));
}

/** What SageMaker takes only as a literal, unless a type has it as a field of its own. */
function besidePlace(step: Place, member: Parameters<typeof memberPlace>[1]): Place {
  const taken = [...commonKeys, ...step.ground.stepType.envelope];
  return memberPlace(step, member, { literalOnly: true, dropped: !taken.includes(member.name) });
}

function ownPlace(ground: Ground, field: OwnField): Place {
  const { path, required, literalOnly } = field;
  const kind = field.kind === "json" ? "any" : field.kind;
  const shape: Shape = field.enum === undefined ? { kind } : { kind, enum: field.enum };
  const member = `${stepShapeName}.${path}`;
  return new Place(ground, path, path, shape, kind, { depth: 1, member, required, literalOnly, own: field });
}

function argumentsPlace(stepType: StepType, model: ApiModel | null): Place {
  const named = (zone: Ground["zone"], shapes: Ground["shapes"], shape: Shape | null, shapeName: string) =>
    new Place({ zone, shapes, stepType }, "Arguments", "Arguments", shape, shapeName, {
      depth: 1,
      required: true,
      member: shapeName,
      documentationKey: shapeName,
    });
  if (stepType.argumentsForm === "open") return named("open", openShapes, { kind: "map", of: "any" }, "Arguments");
  const name = model?.request ?? "";
  const zone = stepType.argumentsForm === "own" ? "own" : "request";
  return named(zone, model?.shapes ?? {}, model?.shapes[name] ?? null, name);
}

const openShapes: Ground["shapes"] = { any: { kind: "any" } };

const responses = new WeakMap<ApiModel, Place>();

/** What stands behind `Steps.NAME.`: the root of all outputs that the API's response has. */
export function outputsPlace(stepType: StepType, model: ApiModel | null | undefined): Place {
  if (stepType.outputsForm !== "response" || !model || model.response === null) return unknownPlace;
  let place = responses.get(model);
  if (place === undefined) {
    const { response, shapes } = model;
    const ground: Ground = { zone: "response", shapes, stepType: plainType };
    const facts = { required: true, member: response, documentationKey: response };
    place = new Place(ground, "", "", shapes[response] ?? null, response, facts);
    responses.set(model, place);
  }
  return place;
}
