import type { ObjectValue } from "../definition/value";
import { listSteps } from "../graph/stepTree";

const longest = 64;

/** All step names of a definition, nested steps included. */
export function stepNames(definition: ObjectValue): Set<string> {
  return new Set(listSteps(definition).map(({ name }) => name));
}

/**
 * A free name: the base itself, then `Training2`, `Training3`. A number at the base's end counts on (`Train2` → `Train3`).
 * Never `-` and digits: the service keeps `<body step>-<digits>` for the iterations of a ForEach (pipeline-definition 2.20).
 */
export function freeName(base: string, taken: ReadonlySet<string>): string {
  if (!taken.has(base)) return base;
  const stem = /-\d+$/.test(base) ? `${base}_` : base.replace(/\d+$/, "");
  for (let count = 2; ; count++) {
    const name = `${stem.slice(0, longest - String(count).length)}${count}`;
    if (!taken.has(name)) return name;
  }
}

/** Why a text cannot be a step's name; null when it can. `^[A-Za-z0-9\-_]{1,64}$` (official schema :162; API StepName). */
export function whyNotStepName(name: string): string | null {
  if (name === "") return "A step needs a name.";
  if (name.length > longest) return `A step's name has at most ${longest} characters; this has ${name.length}.`;
  const wrong = /[^A-Za-z0-9_-]/u.exec(name)?.[0];
  if (wrong === undefined) return null;
  return `A step's name takes letters, digits, "-" and "_"; ${wrong === " " ? "a space" : `"${wrong}"`} does not fit.`;
}
