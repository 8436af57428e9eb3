import { readKey } from "./dicts";
import { typeOfMember, typeOfPath } from "./nativeTypes";
import type { Run } from "./run";
import { alternatives, type ClassValue, type FunctionValue, joinAll, type Known, scalar, unknownValue } from "./values";

/** `a.b` and `a[b]`. */
export function readMember(run: Run, of: Known, key: Known, isDot: boolean, at: number): Known {
  const name = key.kind === "scalar" ? key.text : null;
  const found = alternatives(of).map((one): Known => {
    if (one.kind === "native" && name !== null) {
      const path = [...one.path, name];
      const type = typeOfPath(path) ?? (one.path.length > 0 ? typeOfMember(name) : null);
      return type !== null && !isCallable(name) ? scalar(type) : { ...one, path };
    }
    if (one.kind === "class" && name !== null) return memberOfClass(run, one, name);
    if (one.kind === "dict" && name !== null) {
      const { entries, madeBy } = run.dictOf(one.id);
      const method = entries.has(name) || madeBy === null ? null : methodOf(run, madeBy, name);
      if (method !== null) return { ...method, self: one };
      if (name === "__dict__") return one;
      const belongs = isDot && run.language === "python" && madeBy === null && !entries.has(name);
      return belongs ? unknownValue : readKey(run, one, key, at);
    }
    const type = isDot && name !== null ? typeOfMember(name) : null;
    if (type !== null) return scalar(type);
    // `Status.DONE.value`: a member of an enumeration stands for its value.
    if (isDot && one.kind === "scalar" && name === "value") return one;
    return isDot && run.language === "python" ? passOn(one) : readKey(run, one, key, at);
  });
  return joinAll(found);
}

const passOn = (one: Known): Known => (one.kind === "unknown" ? one : unknownValue);

function isCallable(name: string): boolean {
  return ["get", "floor", "ceil", "round", "max", "min", "abs", "random", "sqrt", "trunc", "pow"].includes(name);
}

export function memberOfClass(run: Run, of: ClassValue, name: string): Known {
  const own = run.dictOf(of.members).entries.get(name);
  if (own !== undefined) return own.value;
  const method = methodOf(run, of, name);
  return method === null ? unknownValue : { ...method, self: of };
}

/** A method of a class or of one that it extends. */
export function methodOf(run: Run, of: ClassValue, name: string, depth = 0): FunctionValue | null {
  const code = of.code.methods.get(name);
  if (code !== undefined) {
    return { kind: "function", code, frame: of.frame, self: null, namesItself: of.code.namesItself };
  }
  for (const base of depth > 8 ? [] : of.code.bases) {
    const found = run.evaluate(base, of.frame);
    const method: FunctionValue | null =
      found.kind === "class" && found !== of ? methodOf(run, found, name, depth + 1) : null;
    if (method !== null) return method;
  }
  return null;
}
