import type { Samples } from "../pipeline/definition/document";
import { serialise } from "../pipeline/definition/serialise";
import { entries, type ObjectValue } from "../pipeline/definition/value";
import { deriveGraph } from "../pipeline/graph/deriveGraph";
import { simulate } from "../pipeline/simulate/engine/simulate";
import { simulationAsJson } from "../pipeline/simulate/engine/simulationAsJson";
import { simulationParameters } from "../pipeline/simulate/values/givenParameters";
import { shownValue } from "../pipeline/simulate/values/valueRows";
import { sampleContext } from "../pipeline/steps/runs/values/names";
import { reportProblems } from "../server/deploy/reportProblems";
import { type DefinitionChoice, requireDefinition, requireObject } from "./definitionFile";
import { simulationReport } from "./simulationReport";
import { type ExitCode, exit, type Terminal } from "./terminal";
import { UsageError } from "./usageError";

export interface SimulateOptions extends DefinitionChoice {
  readonly parameter: readonly string[];
  readonly samples?: string;
  readonly json?: boolean;
}

/**
 * `stepwire simulate FILE [--parameter N=V]… [--samples F] [--json]`: what every step would receive. Exit 0 whenever the pipeline could
 * be deployed, whatever its status: that it ends at its Fail step may be just what was to be seen. Exit 1 where errors keep it from that.
 */
export async function simulateDefinition(
  file: string,
  options: SimulateOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  if (file === "-" && options.samples === "-") throw new UsageError("Only one of FILE and --samples can be stdin.");
  const { definition, name: pipeline } = await requireDefinition(file, options, terminal);
  const { values, sampled, refusals } = simulationParameters(definition, givenParameters(options.parameter));
  if (refusals.length > 0) throw new UsageError(refusals.join(" "));
  const samples = options.samples === undefined ? new Map() : readSamples(options.samples, definition, terminal);
  for (const name of sampled) {
    const value = shownValue(values.get(name) ?? null);
    terminal.err(`stepwire: parameter ${name} is not given and has no default: ${value} stands in for it.\n`);
  }
  const simulation = simulate(definition, {
    parameters: values,
    context: sampleContext(pipeline),
    samples,
  });
  const refused = (await reportProblems(definition)).filter(({ severity }) => severity === "error").length;
  terminal.out(
    options.json
      ? `${serialise(simulationAsJson(simulation, refused), 2)}\n`
      : simulationReport(definition, simulation, refused, terminal),
  );
  return refused > 0 ? exit.problems : exit.fine;
}

function givenParameters(given: readonly string[]): ReadonlyMap<string, string> {
  return new Map(
    given.map((text) => {
      const at = text.indexOf("=");
      if (at < 1) throw new UsageError(`--parameter takes NAME=VALUE; "${text}" is not that.`);
      return [text.slice(0, at), text.slice(at + 1)];
    }),
  );
}

function readSamples(file: string, definition: ObjectValue, terminal: Terminal): Samples {
  const samples = new Map(entries(requireObject(file, "The samples")));
  const { byKey } = deriveGraph(definition);
  for (const name of samples.keys()) {
    // `Score-1` is an iteration of Score.
    if (byKey.has(name) || byKey.has(name.replace(/-\d+$/, ""))) continue;
    terminal.err(`stepwire: there is no step ${name}; its samples are not used.\n`);
  }
  return samples;
}
