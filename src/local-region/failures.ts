import type { Value } from "../pipeline/definition/value";
import type { RunInput } from "../pipeline/simulate/engine/run";

/**
 * Steps that an execution's description asks to fail, to try what then happens: `stepwire:fail=Train`, several with commas
 * (`stepwire:fail=Train,Eval`). An iteration of a ForEach goes by `<body>-<index>`. Behind a colon stands an error that retry policies
 * know, and how many tries end so: `Train:SageMaker.CAPACITY_ERROR*2`. A retry of the execution lets them succeed.
 */
export function failuresAskedFor(description: string | null): Pick<RunInput, "failures" | "samples"> {
  const failures = new Set<string>();
  const samples = new Map<string, Value>();
  const asked = /stepwire:fail=([A-Za-z0-9\-_,:.*]+)/.exec(description ?? "")?.[1] ?? "";
  for (const written of asked.split(",")) {
    const [, step, exception, times] =
      /^([A-Za-z0-9\-_]+)(?::([A-Za-z]+\.[A-Z_]+)(?:\*(\d{1,4}))?)?/.exec(written) ?? [];
    if (step === undefined) continue;
    if (exception === undefined) failures.add(step);
    else samples.set(step, { fails: { exception, ...(times !== undefined && { attempts: Number(times) }) } });
  }
  return { failures, samples };
}
