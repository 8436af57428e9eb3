import { outputKindOf } from "../../api/listOutputs";
import { shapeAt } from "../../api/shapeAt";
import { lastName, type Path } from "../../definition/path";
import { setField } from "../../edits/fields";
import { analyseStep } from "../../graph/analyseStep";
import type { StepEntry } from "../../graph/stepTree";
import type { FoundReference } from "../../references/read";
import { asText } from "../../references/write";
import { stepTypeOf } from "../../steps";
import { outputKind } from "../../steps/outputs";
import { type FieldKind, fitOf, kindLabel, refusalInWords, type ValueKind } from "../../wiring";
import type { Around } from "../around";
import type { Finding, Rule } from "../problem";
import { readsOf } from "../reads";

/** A field that reads a value of another kind. */
interface Misfit {
  readonly found: FoundReference;
  readonly source: ValueKind;
  readonly field: FieldKind;
}

export const typeNeedsConversion: Rule = {
  code: "type-needs-conversion",
  severity: "warning",
  why: "A number or boolean is no text: the SDK writes to_string(), a Std:Join of one value, where the API wants a String (entities.py). Without it the step may be refused when it starts.",
  checkLinks(entry, around) {
    return misfits(entry, around).flatMap(({ found, source, field }): Finding[] => {
      const fit = fitOf(source, field);
      if (!fit.fits || fit.how !== "join") return [];
      const name = lastName(found.field);
      return [
        {
          step: entry.key,
          at: found.field,
          message: `${name} of ${entry.name} takes text, and reads ${article(source)}: wrap it in a Join.`,
          fixes: [{ label: "Wrap in Join", recipe: setField(entry.key, found.path, asText({ Get: found.text })) }],
        },
      ];
    });
  },
};

/** Beside the literals that `kind-mismatch` sees: references whose value is of another kind, and cannot be turned into it. */
export const kindOfReference: NonNullable<Rule["checkLinks"]> = (entry, around) =>
  misfits(entry, around).flatMap(({ found, source, field }): Finding[] => {
    if (fitOf(source, field).fits || source === "propertyFile") return [];
    return [
      {
        step: entry.key,
        at: found.field,
        severity: "warning",
        message: refusalInWords(source, field, lastName(found.field)),
      },
    ];
  });

function article(kind: ValueKind): string {
  return kind === "integer" ? "an Integer" : `a ${kindLabel(kind)}`;
}

/** Fields that hold nothing but a reference, with both kinds, where both are known. */
function misfits(entry: StepEntry, around: Around): readonly Misfit[] {
  if (last?.around !== around) last = { around, misfits: misfitsIn(entry, around) };
  return last.misfits;
}

/** Two rules ask for the same, one after the other. */
let last: { readonly around: Around; readonly misfits: readonly Misfit[] } | null = null;

function misfitsIn(entry: StepEntry, around: Around): readonly Misfit[] {
  if (stepTypeOf(entry.type).argumentsForm !== "request") return [];
  const { references } = analyseStep(entry.step);
  if (references.length === 0) return [];
  const reads = readsOf(entry, around);
  return references.flatMap((found): Misfit[] => {
    if (found.path.length !== found.field.length) return [];
    const field = kindAt(entry, found.path, around);
    if (field === null) return [];
    const { reference } = found;
    if (reference.kind === "parameter") {
      const type = around.parameter(reference.name)?.type;
      return type === undefined ? [] : [{ found, field, source: parameterKinds[type] ?? "unknown" }];
    }
    const read = reads.find((one) => one.found === found);
    if (read === undefined) return [];
    const { step, type } = read.source;
    const source = outputKind(step, around.model(type), stepTypeOf(type), read.property, around.models);
    return source === "unknown" ? [] : [{ found, field, source }];
  });
}

const parameterKinds: Readonly<Record<string, ValueKind>> = {
  String: "string",
  Integer: "integer",
  Float: "float",
  Boolean: "boolean",
};

/** What a field inside `Arguments` of a request takes; lists and structures have a rule of their own. */
function kindAt({ type }: StepEntry, path: Path, around: Around): FieldKind | null {
  const stepType = stepTypeOf(type);
  if (stepType.argumentsForm !== "request" || path[0] !== "Arguments" || stepType.api.hint === true) return null;
  const shape = shapeAt(around.model(type), stepType, path)?.shape;
  if (shape === undefined || shape.kind === "any" || shape.kind === "document") return null;
  const kind = outputKindOf(shape);
  return kind === "list" || kind === "structure" || kind === "map" || kind === "unknown" ? null : kind;
}
