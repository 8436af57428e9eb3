import type { Interpreter } from "./evaluate/interpreter";
import { alternatives, type Frame, type FunctionValue, type Known } from "./evaluate/values";

/** A function of the file that Lambda could call. */
export interface Candidate {
  readonly name: string;
  readonly value: FunctionValue;
}

/** The functions of a file that could be its handler, the likeliest first. */
export function findHandlers(run: Interpreter, frame: Frame): readonly Candidate[] {
  const all = functionsOf(run, frame);
  const ranked = all.map((candidate) => ({ candidate, rank: rankOf(candidate, run.exports.has(candidate.name)) }));
  const likely = ranked.filter(({ rank }) => rank < unlikely);
  return (likely.length > 0 ? likely : ranked)
    .sort((left, right) => left.rank - right.rank)
    .map(({ candidate }) => candidate);
}

/** Finds a function by the name that Lambda's settings give it: `handler`, `lambda_function.lambda_handler`. */
export function findNamed(run: Interpreter, frame: Frame, name: string): Candidate | null {
  const all = functionsOf(run, frame);
  const last = name.split(".").at(-1);
  return all.find((one) => one.name === name) ?? all.find((one) => one.name === last) ?? null;
}

function functionsOf(run: Interpreter, frame: Frame): readonly Candidate[] {
  const found = new Map<string, FunctionValue>();
  const take = (name: string, value: Known) => {
    const code = functionIn(value);
    if (code !== null) found.set(name, code);
  };
  const start = `${frame.id}/`;
  for (const [key, value] of run.state?.names ?? []) {
    if (key.startsWith(start)) take(key.slice(start.length), value);
  }
  for (const [name, value] of run.exports) take(name, value);
  return [...found].map(([name, value]) => ({ name, value }));
}

/** A function, or one that was handed to code elsewhere to be wrapped. */
function functionIn(value: Known): FunctionValue | null {
  for (const one of alternatives(value)) {
    if (one.kind === "function") return one;
    if (one.kind === "unknown" && one.wraps !== null) return one.wraps;
  }
  return null;
}

const unlikely = 5;

function rankOf({ name, value }: Candidate, isExported: boolean): number {
  const { parameters } = value.code;
  const [first, second] = parameters.map((parameter) => parameter.name);
  if (name === "lambda_handler" || (name === "handler" && isExported)) return 0;
  if (name === "handler" || name === "lambdaHandler") return 1;
  if (isExported && /handler$/i.test(name)) return 2;
  if (isExported && (name === "default" || first === "event")) return 3;
  if (/handler$/i.test(name) && parameters.length > 0) return 4;
  if (first === "event" && second !== undefined && /^_?(context|ctx|_+)$/.test(second)) return 4;
  return unlikely + (first === "event" ? 0 : parameters.length === 2 ? 1 : 2);
}
