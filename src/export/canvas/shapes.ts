import { portsOf } from "../../pipeline/card/ports";
import type { PipelineDocument } from "../../pipeline/definition/document";
import type { StepEntry } from "../../pipeline/graph/stepTree";
import { type CardShape, cardShape } from "../../pipeline/layout/cardShape";
import type { ApiModels } from "../../pipeline/schema/model";

/** The cards of a picture, each measured once: those of the canvas without the row that tells of hidden fields. */
export function shapesIn(document: PipelineDocument, models: ApiModels): (entry: StepEntry) => CardShape {
  const shapes = new Map<string, CardShape>();
  return (entry) => {
    const known = shapes.get(entry.key);
    if (known !== undefined) return known;
    const { inputs, outputs } = portsOf(document, models, entry.key);
    const shape = cardShape(entry, { inputs, outputs, hiddenFields: 0 });
    shapes.set(entry.key, shape);
    return shape;
  };
}
