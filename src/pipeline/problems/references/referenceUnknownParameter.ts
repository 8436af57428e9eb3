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
import type { Neighbours } from "../neighbours";
import type { Checked, Finding, Fix, Rule } from "../problem";

export const referenceUnknownParameter: Rule = {
  code: "reference-unknown-parameter",
  severity: "error",
  why: "A parameter must be declared in Parameters before a field can read it; local mode answers “Parameter 'X' is undefined.”",
  ofKinds: ["parameter"],
  checkReference({ entry, neighbours, found }, report) {
    const { reference, field, path } = found;
    if (reference.kind !== "parameter" || neighbours.parameter(reference.name) !== undefined) return;
    const type = path.length === field.length ? typeFor(entry, neighbours, found) : "String";
    const close = nearest(reference.name, names(neighbours.whole()));
    const read = (text: string) => readInstead(`Read ${close}`, entry.key, path, text);
    report(finding(field, reference.name, close, type, read));
  },
  checkDefinition(checked) {
    const declared = new Set(names(checked));
    return besideSteps(checked).flatMap(({ reference, field, path }): Finding[] => {
      if (reference.kind !== "parameter" || declared.has(reference.name)) return [];
      const close = nearest(reference.name, declared);
      const read = (text: string) => ({ label: `Read ${close}`, recipe: putInDefinition(path, { Get: text }) });
      return [{ step: null, ...finding(field, reference.name, close, "String", read) }];
    });
  },
};

function finding(
  at: Path,
  name: string,
  close: string | null,
  type: ParameterType,
  read: (text: string) => Fix,
): Omit<Finding, "step"> {
  const next = close === null ? ". Add it, or read another." : `; did you mean ${close}?`;
  const add: Fix = { label: `Add the parameter ${name}`, recipe: addParameter(name, type) };
  return {
    at,
    message: `${printPath(at)} reads the parameter ${name}, which this pipeline does not declare${next}`,
    fixes: [
      ...(close === null ? [] : [read(`Parameters.${close}`)]),
      ...(whyNotParameterName(name) === null ? [add] : []),
    ],
  };
}

const types: Readonly<Record<string, ParameterType>> = { integer: "Integer", float: "Float", boolean: "Boolean" };

/** The type that a parameter needs for the field that reads it. */
function typeFor({ type }: StepEntry, neighbours: Neighbours, { field }: FoundReference): ParameterType {
  return types[outputKindOf(placeAt(stepTypeOf(type), neighbours.model(type), field).shape)] ?? "String";
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
