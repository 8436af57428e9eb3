import { lookup } from "../../definition/byName";
import { outputKindOf } from "../../schema/listOutputs";
import { placeOfField } from "../../schema/placesOf";
import { outputKindAt } from "../../steps/outputs";
import type { FieldKind, ValueKind } from "../../wiring/wire";
import type { Kinds, Link } from "../link";

/** Null where one of the two is not known, and where both are the same. */
export function kindsOf(link: Omit<Link, "kinds">): Kinds | null {
  const field = kindOfField(link);
  if (field === null) return null;
  const source = kindOfSource(link);
  return source === null || source === field ? null : { source, field };
}

function kindOfSource({ neighbours, found: { reference }, read }: Omit<Link, "kinds">): ValueKind | null {
  if (reference.kind === "parameter") {
    const type = neighbours.parameter(reference.name)?.type;
    return type === undefined ? null : (lookup(parameterKinds, type) ?? "unknown");
  }
  if (read === null) return null;
  const { source, sourceType, property, segments } = read;
  const kind = outputKindAt(
    source.step,
    neighbours.model(source.type),
    sourceType,
    property,
    segments,
    neighbours.models,
  );
  return kind === "unknown" ? null : kind;
}

const parameterKinds: Readonly<Record<string, ValueKind>> = {
  String: "string",
  Integer: "integer",
  Float: "float",
  Boolean: "boolean",
};

/** What a field inside `Arguments` of a request takes; lists and structures have a rule of their own. */
function kindOfField({ stepType, root, found: { path, field } }: Omit<Link, "kinds">): FieldKind | null {
  if (path.length !== field.length || path[0] !== "Arguments") return null;
  if (stepType.argumentsForm !== "request" || stepType.api.hint === true) return null;
  const { shape } = placeOfField(path, root);
  if (shape === null || shape.kind === "any" || shape.kind === "document") return null;
  const kind = outputKindOf(shape);
  return kind === "list" || kind === "structure" || kind === "map" || kind === "unknown" ? null : kind;
}
