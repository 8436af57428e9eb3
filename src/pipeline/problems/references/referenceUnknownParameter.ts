import { lookup } from "../../definition/byName";
import { listParameters, type ParameterType, whyNotParameterName } from "../../definition/parameters";
import { type Path, printPath } from "../../definition/path";
import { get } from "../../definition/value";
import { addParameter } from "../../edits/parameters";
import type { StepEntry } from "../../graph/stepTree";
import { type FoundReference, listReferences } from "../../references/read";
import { outputKindOf } from "../../schema/listOutputs";
import { placeAt } from "../../schema/placesOf";
import { stepTypeOf } from "../../steps";
import { putInDefinition, readInstead } from "../fixes";
import { nearest } from "../nearest";
import type { Checked, Finding, Fix, Rule, Said } from "../problem";

export const referenceUnknownParameter: Rule = {
  code: "reference-unknown-parameter",
  severity: "error",
  why: "A parameter must be declared in Parameters before a field can read it; local mode answers “Parameter 'X' is undefined.”",
  ofKinds: ["parameter"],
  checkReference({ entry, neighbours, found }, report) {
    const { reference, field, path } = found;
    if (reference.kind !== "parameter" || neighbours.parameter(reference.name) !== undefined) return;
    const checked = neighbours.whole();
    report({
      at: field,
      say() {
        const type = path.length === field.length ? typeFor(entry, checked, found) : "String";
        const read = (text: string, close: string) => readInstead(`Read ${close}`, entry.key, path, text);
        return said(field, reference.name, names(checked), type, read);
      },
    });
  },
  checkDefinition(checked) {
    const declared = new Set(names(checked));
    return besideSteps(checked).flatMap(({ reference, field, path }): Finding[] => {
      if (reference.kind !== "parameter" || declared.has(reference.name)) return [];
      const read = (text: string, close: string) => ({
        label: `Read ${close}`,
        recipe: putInDefinition(path, { Get: text }),
      });
      return [{ step: null, at: field, say: () => said(field, reference.name, declared, "String", read) }];
    });
  },
};

function said(
  at: Path,
  name: string,
  declared: Iterable<string>,
  type: ParameterType,
  read: (text: string, close: string) => Fix,
): Said {
  const close = nearest(name, declared);
  const next = close === null ? ". Add it, or read another." : `; did you mean ${close}?`;
  const add: Fix = { label: `Add the parameter ${name}`, recipe: addParameter(name, type) };
  return {
    message: `${printPath(at)} reads the parameter ${name}, which this pipeline does not declare${next}`,
    fixes: [
      ...(close === null ? [] : [read(`Parameters.${close}`, close)]),
      ...(whyNotParameterName(name) === null ? [add] : []),
    ],
  };
}

const types: Readonly<Record<string, ParameterType>> = { integer: "Integer", float: "Float", boolean: "Boolean" };

/** The type that a parameter needs for the field that reads it. */
function typeFor({ type }: StepEntry, { models }: Checked, { field }: FoundReference): ParameterType {
  return lookup(types, outputKindOf(placeAt(stepTypeOf(type), models.get(type), field).shape)) ?? "String";
}

function names({ definition }: Checked): readonly string[] {
  return listParameters(definition).map(({ name }) => name);
}

/** References in the pipeline's own settings. */
function besideSteps({ definition }: Checked): FoundReference[] {
  return ["PipelineExperimentConfig", "MlflowConfig"].flatMap((key) =>
    listReferences(get(definition, key) ?? null, [key]),
  );
}
