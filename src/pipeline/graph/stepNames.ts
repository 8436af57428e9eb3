import type { ObjectValue } from "../definition/value";
import { stepTypeOf } from "../steps";
import { listSteps } from "./stepTree";

const longest = 64;

/** All step names of a definition, nested steps included. */
export function stepNames(definition: ObjectValue): Set<string> {
  return new Set(listSteps(definition).map(({ name }) => name));
}

/**
 * A free name: the base itself, then `Training2`, `Training3`. A number at the base's end counts on (`Train2` → `Train3`).
 * Never `-` and digits: the service keeps `<body step>-<digits>` for the iterations of a ForEach.
 */
export function freeName(base: string, taken: ReadonlySet<string>): string {
  if (!taken.has(base)) return base;
  const stem = /-\d+$/.test(base) ? `${base}_` : base.replace(/\d+$/, "");
  for (let count = 2; ; count++) {
    const name = `${stem.slice(0, longest - String(count).length)}${count}`;
    if (!taken.has(name)) return name;
  }
}

/** The names of the steps in the bodies of loops: the service gives each of their iterations a name that begins with theirs. */
function bodyNames(definition: ObjectValue): ReadonlySet<string> {
  const steps = listSteps(definition);
  const loops = new Set(
    steps.flatMap(({ key, type }) => (stepTypeOf(type).slots.some(({ edge }) => edge === "each") ? [key] : [])),
  );
  return new Set(steps.flatMap(({ name, parent }) => (parent !== null && loops.has(parent) ? [name] : [])));
}

const iteration = /^(.*)-\d+$/;

/** Why a step's new name would be one of an iteration, or one of its iterations' names another step's; null where neither is so. */
function whyNotBesideIterations(definition: ObjectValue, from: string, to: string): string | null {
  const bodies = bodyNames(definition);
  const stem = iteration.exec(to)?.[1];
  if (stem !== undefined && stem !== from && bodies.has(stem)) {
    return `${to} is a name that SageMaker gives to an iteration of ${stem}.`;
  }
  if (!bodies.has(from)) return null;
  const clash = [...stepNames(definition)].find((name) => name !== from && iteration.exec(name)?.[1] === to);
  return clash === undefined ? null : `Its iterations run as ${to}-0, ${to}-1 …: there is a step ${clash} already.`;
}

/** Why a text cannot be a step's name; null when it can. `^[A-Za-z0-9\-_]{1,64}$` (official schema :162; API StepName). */
export function whyNotStepName(name: string): string | null {
  if (name === "") return "A step needs a name.";
  if (name.length > longest) return `A step's name has at most ${longest} characters; this has ${name.length}.`;
  const wrong = /[^A-Za-z0-9_-]/u.exec(name)?.[0];
  if (wrong === undefined) return null;
  return `A step's name takes letters, digits, "-" and "_"; ${wrong === " " ? "a space" : `"${wrong}"`} does not fit.`;
}

/** Why a step cannot take a name in this document; null when it can. */
export function whyNotRename(definition: ObjectValue, from: string, to: string): string | null {
  if (to === from) return null;
  const taken = stepNames(definition);
  if (taken.has(to)) return `There is a step ${to} already; a name stands for one step.`;
  return whyNotStepName(to) ?? whyNotBesideIterations(definition, from, to);
}
