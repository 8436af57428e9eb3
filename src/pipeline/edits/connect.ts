import type { PipelineDocument } from "../definition/document";
import { getIn, type ObjectValue } from "../definition/value";
import { stepAt } from "../graph/stepTree";
import { splitProperty } from "../references/propertyPath";
import { asText, jsonGet } from "../references/write";
import { keyOrder } from "../schema/keyOrder";
import type { ApiModels } from "../schema/model";
import { placeAt } from "../schema/placesOf";
import { stepTypeOf } from "../steps";
import { iterationChoices, judgeWire } from "../wiring/judge";
import { readSource } from "../wiring/readSource";
import type { WireSource, WireTarget } from "../wiring/wire";
import { EditRefused, type Recipe } from "./edit";
import { setField } from "./fields";

/**
 * Writes the reference that a wire means into its field. A property file needs `jsonPath`; out of a loop's body it means the
 * first of `iterationChoices`, unless the caller has resolved it. Throws `EditRefused` with the verdict's reason.
 */
export function connect(source: WireSource, target: WireTarget, models: ApiModels, jsonPath?: string): Recipe {
  return (document) => {
    const verdict = judgeWire(document, models, source, target);
    if (!verdict.ok) throw new EditRefused(verdict.reason);
    if (verdict.how === "iteration") {
      const [choice] = iterationChoices(document, source, target);
      if (choice === undefined) throw new EditRefused("This output cannot be read from outside its loop.");
      return connect(choice.source, target, models, jsonPath)(document);
    }
    const { type } = stepAt(document.definition, target.step);
    const value = expression(source, verdict.how, jsonPath);
    const order = keyOrder(models.get(type), stepTypeOf(type));
    return setField(target.step, target.path, value, order)(withElementBegun(document, target, models));
  };
}

/** The list element around a field, where it is not there yet and cannot be without more than the field: a new condition. */
function withElementBegun(document: PipelineDocument, { step: key, path }: WireTarget, models: ApiModels) {
  const { step, type } = stepAt(document.definition, key);
  const index = path.findIndex(
    (segment, i) => typeof segment === "number" && getIn(step, path.slice(0, i + 1)) === undefined,
  );
  const element = path.slice(0, index + 1);
  const shape = index < 0 ? undefined : placeAt(stepTypeOf(type), models.get(type), element).shape;
  if (shape?.kind !== "structure" || !shape.draft) return document;
  return setField(key, element, shape.draft)(document);
}

function expression(source: WireSource, how: "get" | "join" | "jsonGet", jsonPath: string | undefined): ObjectValue {
  if (how === "get") return readSource(source);
  if (how === "join") return asText(readSource(source));
  const file = source.kind === "output" ? splitProperty(source.output)?.[1] : undefined;
  if (source.kind !== "output" || typeof file !== "string") throw new Error("Only a property file is read by a path.");
  if (jsonPath === undefined || jsonPath.trim() === "") {
    throw new EditRefused(`Say which value of ${file} to read: a JSON path such as metrics.mse.value.`);
  }
  return jsonGet(source.step, file, jsonPath.trim());
}
