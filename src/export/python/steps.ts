/** Writes steps: each with the SDK's own class where that gives back the same JSON, else with its request written out. */
import { entries, get, isList, text, type Value } from "../../pipeline/definition/value";
import { container } from "./containers";
import { cacheConfig, dependsOn, retryPolicies, waitsOf, words } from "./envelope";
import { type Argument, dict, type Expr, list } from "./layout";
import type { Program } from "./program";
import { everywhere, type StepParts, stepsReadIn } from "./stepParts";
import { quoted } from "./text";

/** Writes a step, and before it what it reads and holds; one that is being written is read by its path. */
export function writeStep(step: StepParts, program: Program, writing: ReadonlySet<string> = new Set()): void {
  if (program.variables.has(step.name) || writing.has(step.name)) return;
  const now = new Set([...writing, step.name]);
  for (const name of namesIn(step)) {
    const other = program.steps.get(name);
    if (other !== undefined) writeStep(other, program, now);
  }
  for (const inside of [...step.slots.values()].flat()) writeStep(inside, program, now);
  const written = container(step, program) ?? program.attempt(() => own(step, program)) ?? request(step, program);
  const variable = program.names.give(step.name, "step");
  program.space();
  program.assign(variable, written);
  program.variables.set(step.name, variable);
}

/** The steps that a step names, in order. */
function namesIn({ step }: StepParts): readonly string[] {
  const waits = get(step, "DependsOn");
  const waitsFor = isList(waits) ? waits.map((wait) => text(wait) ?? text(get(wait, "Step")) ?? "") : [];
  return [...new Set([...stepsReadIn(step), ...waitsFor])];
}

/** A call of the SDK's own class; null where there is none, or where it would send something else. */
function own(step: StepParts, program: Program): Expr | null {
  const known = program.sdk.own[step.type];
  if (known === undefined || get(step.step, "Arguments") === undefined) return null;
  const allowed: readonly string[] = [...everywhere, ...known.takes];
  if (entries(step.step).some(([key]) => !allowed.includes(key))) return null;
  const around = envelope(step, program);
  if (around === null) return null;
  const called = known.write(step, program);
  if (called === null) return null;
  return program.make(called.of, ["name", quoted(called.name ?? step.name)], ...called.args, ...around);
}

/** What every step may have besides its request; null where the SDK would write it in another way. */
export function envelope({ step, type }: StepParts, program: Program): readonly (Argument | null)[] | null {
  const shown = words("display_name", get(step, "DisplayName"));
  const described = words("description", get(step, "Description"));
  if (shown === undefined || described === undefined) return null;
  const args: (Argument | null)[] = [shown, described];
  const put = (name: string, value: Value | undefined, write: (value: Value) => Expr | null): boolean => {
    const written = value === undefined ? null : write(value);
    if (written !== null) args.push([name, written]);
    return value === undefined || written !== null;
  };
  const isOfModel = type === "Model" || type === "RegisterModel";
  const isWritten =
    put("cache_config", get(step, "CacheConfig"), (value) => cacheConfig(value, program)) &&
    put("retry_policies", get(step, "RetryPolicies"), (value) => retryPolicies(value, program, isOfModel)) &&
    put("depends_on", get(step, "DependsOn"), (value) => dependsOn(value, program));
  return isWritten ? args : null;
}

/** A step with its request written out, and what the SDK's compiler would not let through put right behind it. */
function request(step: StepParts, program: Program): Expr {
  const { name, type } = step;
  program.fallbacks.set(name, type);
  program.needs.add("RequestStep");
  program.use("Step");
  program.use("Properties");
  const known = program.sdk.types[type];
  if (known === undefined) program.correct(name, '["Type"] = ', type);
  if (get(step.step, "Arguments") === undefined) program.remove(name, '["Arguments"]');
  const waits = get(step.step, "DependsOn");
  const order = waits === undefined ? null : waitsOf(waits, name, program);
  const keys = entries(step.step).filter(
    ([key]) => !["Name", "Type", "Arguments", order === null ? "" : "DependsOn"].includes(key),
  );
  const shapes = program.sdk.shapes[type];
  return {
    kind: "call",
    of: "RequestStep",
    args: [
      quoted(name),
      `${program.use("StepTypeEnum")}.${known ?? program.sdk.types.Lambda}`,
      dict([
        ['"Arguments"', program.value(step.args)],
        ...keys.map(([key, value]) => [quoted(key), program.value(value)] as const),
      ]),
      ...(shapes === undefined ? [] : [["shape_names", list(shapes.map(quoted))] as const]),
      ...(type === "EMR" ? [["service_name", quoted("emr")] as const] : []),
      ...(order === null ? [] : [["depends_on", order] as const]),
    ],
  };
}
