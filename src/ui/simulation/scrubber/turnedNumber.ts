/** A number that can be turned: what it is in a simulation, and what of the document another value of it changes. */
import { sampleLabel } from "../../../editor/commands/samples/samples";
import { sampleWriter, simulatedValueWriter, type Writer } from "../../../editor/form/writers";
import type { SimulationState } from "../../../editor/runs/simulation/createSimulation";
import { type Path, printPath } from "../../../pipeline/definition/path";
import { get, isList, isNumber, setIn, type Value } from "../../../pipeline/definition/value";
import { stepsByKey } from "../../../pipeline/graph/stepTree";
import type { NumberSource } from "../../../pipeline/simulate/flips/numberSource";
import { declaredParameters } from "../../../pipeline/simulate/values/parameters";
import { outputAt } from "../../../pipeline/steps/runs/values/outputs";
import { declaredOutputs } from "../../../pipeline/steps/runs/values/sampleRequest";

export interface TurnedNumber {
  /** `Threshold`, `Report mse.value of Evaluate`. */
  readonly label: string;
  readonly value: number;
  readonly isInteger: boolean;
  readonly write: Writer<number>;
}

type Simulated = Pick<SimulationState, "document" | "parameters" | "steps">;

/** Null where there is no such number: a text, or a step that gave nothing. */
export function turnedNumber(source: NumberSource, simulated: Simulated): TurnedNumber | null {
  return source.kind === "parameter" ? parameter(source.name, simulated) : sample(source, simulated);
}

function parameter(name: string, { document, parameters }: Simulated): TurnedNumber | null {
  const value = parameters.get(name);
  const type = declaredParameters(document?.definition ?? {}).find((declared) => declared.name === name)?.type;
  if (!isNumber(value) || (type !== "Integer" && type !== "Float")) return null;
  const write = simulatedValueWriter(name);
  return { label: name, value: Number(value), isInteger: type === "Integer", write: (number) => write(String(number)) };
}

function sample(source: Exclude<NumberSource, { kind: "parameter" }>, { document, steps }: Simulated) {
  const isFile = source.kind === "file";
  const step = steps.find(({ key, name }) => (isFile ? key === source.reader : name === source.step));
  if (step === undefined || step.iteration !== null) return null;
  const path: Path = isFile ? [source.file] : source.output;
  const whole = isFile ? step.files.get(source.file) : outputAt(step.outputs, path);
  const inside = indexed(whole, source.inside);
  const value = inside.reduce<Value | undefined>(memberAt, whole);
  if (whole === undefined || !isNumber(value)) return null;
  const isInteger = inside.length === 0 && typeOfOutput(document, step.key, path) === "Integer";
  const write = sampleWriter(step.key, path, null);
  const name = [isFile ? source.file : sampleLabel(path).replace(/^PropertyFiles\./, ""), printPath(inside)];
  return {
    label: `${name.filter((part) => part !== "").join(" ")} of ${step.name}`,
    value: Number(value),
    isInteger,
    write: (number: number) => write(inside.length === 0 ? number : setIn(whole, inside, number)),
  };
}

function typeOfOutput(document: Simulated["document"], key: string, [first, name]: Path): string | undefined {
  if (document === null || first !== "OutputParameters") return undefined;
  const step = stepsByKey(document.definition).get(key)?.step;
  return step && declaredOutputs(step).find((output) => output.name === name)?.type;
}

function memberAt(value: Value | undefined, segment: string | number): Value | undefined {
  return typeof segment === "number" ? (isList(value) ? value[segment] : undefined) : get(value, segment);
}

/** A JSON path may count from a list's end. */
function indexed(whole: Value | undefined, inside: Path): Path {
  let at = whole;
  return inside.map((segment) => {
    const place = typeof segment === "number" && segment < 0 && isList(at) ? at.length + segment : segment;
    at = memberAt(at, place);
    return place;
  });
}
