import type { PipelineDocument } from "../../../pipeline/definition/document";
import { serialise } from "../../../pipeline/definition/serialise";
import { simulate } from "../../../pipeline/simulate/engine/simulate";
import { simulationParameters } from "../../../pipeline/simulate/values/givenParameters";
import { resolvedArguments } from "../../../pipeline/simulate/values/resolvedArguments";
import { sampleContext } from "../../../pipeline/steps/runs/values/names";
import { usableTexts } from "../simulation/createSimulation";

/** What a step is sent in the simulation, as JSON text: parameters with their values, the steps before it with their samples. */
export function simulatedEvent(document: PipelineDocument, key: string): string {
  const { definition, samples, name } = document;
  const { values: parameters } = simulationParameters(definition, usableTexts(document));
  const execution = sampleContext(name);
  const { steps } = simulate(definition, { parameters, context: execution, samples });
  const run = steps.find((step) => step.key === key && step.request !== null);
  if (run?.request != null) return serialise(run.request, 2);
  // On a branch that is not taken: what it would be sent as far as the others ran.
  const outputsByStep = new Map(steps.map((step) => [step.name, step.outputs]));
  return serialise(resolvedArguments(definition, key, { parameters, execution, outputsByStep })?.value ?? {}, 2);
}
