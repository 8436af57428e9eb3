import { lookup } from "../../definition/byName";
import { lastName } from "../../definition/path";
import { setField } from "../../edits/fields";
import type { FoundReference } from "../../references/read";
import { asText } from "../../references/write";
import { outputKindOf } from "../../schema/listOutputs";
import { placeAt } from "../../schema/placesOf";
import { outputKindAt } from "../../steps/outputs";
import { type FieldKind, fitOf, kindLabel, refusalInWords, type ValueKind } from "../../wiring";
import type { Around } from "../around";
import type { Link } from "../link";
import type { Rule } from "../problem";

/** What a field that holds nothing but a reference takes, and what it would get. */
interface Kinds {
  readonly source: ValueKind;
  readonly field: FieldKind;
}

export const typeNeedsConversion: Rule = {
  code: "type-needs-conversion",
  severity: "warning",
  why: "A number or boolean is no text: the SDK writes to_string(), a Std:Join of one value, where the API wants a String (entities.py). Without it the step may be refused when it starts.",
  checkReference(link, report) {
    const kinds = kindsOf(link);
    if (kinds === null) return;
    const fit = fitOf(kinds.source, kinds.field);
    if (!fit.fits || fit.how !== "join") return;
    const { entry, found } = link;
    report({
      message: `${lastName(found.field)} of ${entry.name} takes text, and reads ${article(kinds.source)}: wrap it in a Join.`,
      fixes: [{ label: "Wrap in Join", recipe: setField(entry.key, found.path, asText({ Get: found.text })) }],
    });
  },
};

/** Beside the literals that `kind-mismatch` sees: references whose value is of another kind, and cannot be turned into it. */
export const kindOfReference: NonNullable<Rule["checkReference"]> = (link, report) => {
  const kinds = kindsOf(link);
  if (kinds === null || kinds.source === "propertyFile" || fitOf(kinds.source, kinds.field).fits) return;
  report({ severity: "warning", message: refusalInWords(kinds.source, kinds.field, lastName(link.found.field)) });
};

function article(kind: ValueKind): string {
  return kind === "integer" ? "an Integer" : `a ${kindLabel(kind)}`;
}

/** Two rules ask for the same, one after the other. */
let last: { readonly around: Around; readonly found: FoundReference; readonly kinds: Kinds | null } | null = null;

/** Null where one of the two is not known, and where both are the same. */
function kindsOf(link: Link): Kinds | null {
  const { around, found } = link;
  if (last?.around !== around || last.found !== found) last = { around, found, kinds: readKinds(link) };
  return last.kinds;
}

function readKinds(link: Link): Kinds | null {
  const field = kindOfField(link);
  if (field === null) return null;
  const source = kindOfSource(link);
  return source === null || source === field ? null : { source, field };
}

function kindOfSource({ around, found: { reference }, read }: Link): ValueKind | null {
  if (reference.kind === "parameter") {
    const type = around.parameter(reference.name)?.type;
    return type === undefined ? null : (lookup(parameterKinds, type) ?? "unknown");
  }
  if (read === null) return null;
  const { source, sourceType, property, segments } = read;
  const kind = outputKindAt(source.step, around.model(source.type), sourceType, property, segments, around.models);
  return kind === "unknown" ? null : kind;
}

const parameterKinds: Readonly<Record<string, ValueKind>> = {
  String: "string",
  Integer: "integer",
  Float: "float",
  Boolean: "boolean",
};

/** What a field inside `Arguments` of a request takes; lists and structures have a rule of their own. */
function kindOfField({ stepType, around, found: { path, field } }: Link): FieldKind | null {
  if (path.length !== field.length || path[0] !== "Arguments") return null;
  if (stepType.argumentsForm !== "request" || stepType.api.hint === true) return null;
  const { shape } = placeAt(stepType, around.model(stepType.type), path);
  if (shape === null || shape.kind === "any" || shape.kind === "document") return null;
  const kind = outputKindOf(shape);
  return kind === "list" || kind === "structure" || kind === "map" || kind === "unknown" ? null : kind;
}
