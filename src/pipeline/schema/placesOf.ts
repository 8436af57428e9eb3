import type { Path, Segment } from "../definition/path";
import { oncePerObject } from "../remember";
import { commonKeys, envelopeShapes, lastKey, stepShapeName } from "./envelope";
import { type Ground, plainType } from "./ground";
import type { ApiModel, Member, Shape } from "./model";
import { memberPlace, Place, unknownPlace } from "./place";
import { everyRetryError } from "./retryErrors";
import type { OwnField, StepType } from "./stepType";

/**
 * The step itself: the root of all places in a step of this type. Its members are the keys that such a step may have, in the order in
 * which they are written; those that it may not have are known too, as `dropped`. The same objects for the same type and model.
 */
export function placesOf(stepType: StepType, model: ApiModel | null | undefined): Place {
  const known = argumentsModel(model, stepType);
  const { withoutModel, withModel } = treesOf(stepType);
  return known === null ? withoutModel : withModel(known);
}

/** The place at a path relative to the step; an unknown one where nobody knows. */
export function placeAt(stepType: StepType, model: ApiModel | null | undefined, path: Path): Place {
  return placeBelow(placesOf(stepType, model), path);
}

/** The place at a path relative to another one. */
export function placeBelow(root: Place, path: Path): Place {
  let place = root;
  for (let i = 0; i < path.length; i++) place = place.at(path[i] as Segment);
  return place;
}

/** The same for the path of a reference, which many steps share: looked for once. */
export const placeOfField = oncePerObject((path: Path, root: Place): Place => placeBelow(root, path));

/** What stands behind `Steps.NAME.`: the root of all outputs that the API's response has. */
export function outputPlaces(stepType: StepType, model: ApiModel | null | undefined): Place {
  return stepType.outputsForm === "response" && model ? responsePlace(model) : unknownPlace;
}

/** The place behind `Steps.NAME.`; a list is stepped through by number or by name, a map by key. */
export function outputAt(stepType: StepType, model: ApiModel | null | undefined, path: Path): Place {
  return placeBelow(outputPlaces(stepType, model), path);
}

/** The model that says what `Arguments` holds: AWS's own, or the one of the step type; null where there is none. */
function argumentsModel(model: ApiModel | null | undefined, stepType: StepType): ApiModel | null {
  if (stepType.argumentsForm === "own") return stepType.ownModel ?? null;
  return stepType.argumentsForm === "request" ? (model ?? null) : null;
}

const treesOf = oncePerObject((stepType: StepType) => ({
  withoutModel: stepPlace(stepType, null),
  withModel: oncePerObject((model: ApiModel) => stepPlace(stepType, model)),
}));

function stepPlace(stepType: StepType, model: ApiModel | null): Place {
  const { retryErrors = everyRetryError } = stepType;
  const shapes = { ...envelopeShapes, ExceptionType: { kind: "string", enum: retryErrors } as const };
  const ground: Ground = { zone: "envelope", shapes, stepType };
  const shape = envelopeShapes[stepShapeName];
  const step = new Place(null, ground, "", "", shape ?? null, stepShapeName, {});
  const own = (stepType.ownFields ?? []).filter(({ path }) => !path.startsWith("Arguments"));
  const shared = (shape?.kind === "structure" ? shape.members : [])
    .filter(({ name }) => !own.some(({ path }) => path === name))
    .map((member) => (member.name === "Arguments" ? argumentsPlace(step, stepType, model) : sharedPlace(step, member)));
  const last = shared.findIndex(({ name }) => name === lastKey);
  return step.withMembers(shared.toSpliced(last, 0, ...own.map((field) => ownPlace(step, field))));
}

/** What several types have beside `Arguments`: SageMaker takes it only as a literal. */
function sharedPlace(step: Place, member: Member): Place {
  const taken = [...commonKeys, ...step.ground.stepType.envelope];
  return memberPlace(step, member, { literalOnly: true, dropped: !taken.includes(member.name) });
}

function ownPlace(step: Place, field: OwnField): Place {
  const { path, required, literalOnly } = field;
  const kind = field.kind === "json" ? "any" : field.kind;
  const shape: Shape = field.enum === undefined ? { kind } : { kind, enum: field.enum };
  const member = `${stepShapeName}.${path}`;
  return new Place(step, step.ground, path, path, shape, kind, { member, required, literalOnly, own: field });
}

function argumentsPlace(step: Place, stepType: StepType, model: ApiModel | null): Place {
  const named = (zone: Ground["zone"], shapes: Ground["shapes"], shape: Shape | null, shapeName: string) =>
    new Place(step, { zone, shapes, stepType }, "Arguments", "Arguments", shape, shapeName, {
      required: true,
      member: shapeName,
      documentationKey: zone === "open" ? null : shapeName,
    });
  if (stepType.argumentsForm === "open") return named("open", openShapes, openShapes.Arguments ?? null, "Arguments");
  const name = model?.request ?? "";
  const zone = stepType.argumentsForm === "own" ? "own" : "request";
  return named(zone, model?.shapes ?? {}, model?.shapes[name] ?? null, name);
}

/** Keys of the author's own, each with whatever he gives it. */
const openShapes: Ground["shapes"] = { Arguments: { kind: "map", of: "any" }, any: { kind: "any" } };

const responsePlace = oncePerObject(({ response, shapes }: ApiModel): Place => {
  if (response === null) return unknownPlace;
  const ground: Ground = { zone: "response", shapes, stepType: plainType };
  const facts = { required: true, member: response, documentationKey: response };
  return new Place(null, ground, "", "", shapes[response] ?? null, response, facts);
});
