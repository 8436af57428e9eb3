import { lookup } from "../definition/byName";
import type { PipelineDocument } from "../definition/document";
import { listParameters } from "../definition/parameters";
import { parsePath } from "../definition/path";
import { stepsByKey } from "../graph/stepTree";
import { shortOutputName } from "../references/propertyPath";
import { outputKindOf } from "../schema/listOutputs";
import type { ApiModels } from "../schema/model";
import { placeAt } from "../schema/placesOf";
import { stepTypeOf } from "../steps";
import { outputKind } from "../steps/outputs";
import type { Named } from "./match";
import type { FieldKind, ValueKind, WireSource, WireTarget } from "./wire";

const parameterKinds: Readonly<Record<string, ValueKind>> = {
  String: "string",
  Integer: "integer",
  Float: "float",
  Boolean: "boolean",
};

/** The kind of value that a wire would carry. */
export function sourceKind(document: PipelineDocument, models: ApiModels, source: WireSource): ValueKind {
  switch (source.kind) {
    case "output": {
      const entry = stepsByKey(document.definition).get(source.step);
      if (entry === undefined) return "unknown";
      return outputKind(entry.step, models.get(entry.type), stepTypeOf(entry.type), source.output, models);
    }
    case "parameter": {
      const found = listParameters(document.definition).find(({ name }) => name === source.name);
      return lookup(parameterKinds, found?.type ?? "") ?? "unknown";
    }
    case "execution":
      return "string";
    case "currentItem":
      return "unknown";
  }
}

/** A source in a few words: `train_path`, `Bucket`. */
export function sourceLabel(source: WireSource): string {
  switch (source.kind) {
    case "output":
      return shortOutputName(source.output);
    case "parameter":
      return source.name;
    case "execution":
      return source.variable;
    case "currentItem":
      return source.member === "" ? "item" : shortOutputName(source.member);
  }
}

/** What a source is called, for matching: its last name, and the step or element that it belongs to. */
export function namedSource(source: WireSource): Named {
  const path = source.kind === "output" ? parsePath(source.output) : null;
  const element = path?.findLast((segment, i) => i > 0 && i < path.length - 1 && typeof segment === "string") ?? null;
  return { label: sourceLabel(source), hint: typeof element === "string" ? element : null };
}

/** What a field takes. */
export function fieldKind(document: PipelineDocument, models: ApiModels, { step, path }: WireTarget): FieldKind {
  const entry = stepsByKey(document.definition).get(step);
  if (entry === undefined) return "unknown";
  const { literalOnly, shape } = placeAt(stepTypeOf(entry.type), models.get(entry.type), path);
  if (literalOnly) return "literal";
  if (shape?.kind === "any" || (shape?.kind === "list" && shape.whole !== undefined)) return "scalar";
  return outputKindOf(shape);
}
