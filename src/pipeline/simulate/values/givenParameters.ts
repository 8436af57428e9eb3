import type { Value } from "../../definition/value";
import { declaredParameters, parameterText, parameterValues, sampleParameter } from "./parameters";

export interface SimulationParameters {
  /** Every declared parameter, typed: as given, else its default, else a sample. */
  readonly values: ReadonlyMap<string, Value>;
  /** The parameters that nobody gave and that have no default: their value is a sample. */
  readonly sampled: ReadonlySet<string>;
  /** What the service refuses about the given ones. */
  readonly refusals: readonly string[];
}

/** The parameter values of a simulation: a mandatory parameter that is not given gets a sample. */
export function simulationParameters(definition: Value, given: ReadonlyMap<string, string>): SimulationParameters {
  const missing = declaredParameters(definition).filter(({ name, defaultValue }) => {
    return defaultValue === undefined && !given.has(name);
  });
  const samples = new Map(missing.map((parameter) => [parameter.name, parameterText(sampleParameter(parameter))]));
  const { values, refusals } = parameterValues(definition, new Map([...given, ...samples]));
  return { values, sampled: new Set(samples.keys()), refusals };
}
