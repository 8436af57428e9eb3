/** Finds what a definition names that is of one account or one region: what another target calls otherwise. */
import { listParameters } from "../definition/parameters";
import type { Path } from "../definition/path";
import { get, isList, isObject, type ObjectValue, type Value, walk } from "../definition/value";
import { listSteps } from "../graph/stepTree";
import { readExpression } from "../references/read";
import { type Found, kindOfField, type LiteralKind, literalKinds, namedIn } from "./literalKinds";

/** A part of a text of the definition. */
export interface Use {
  /** The step or the parameter that it stands in; null beside both. */
  readonly step: string | null;
  readonly parameter: string | null;
  /** From the definition to the text. */
  readonly path: Path;
  readonly from: number;
}

export interface Literal extends Omit<Found, "from"> {
  readonly uses: readonly Use[];
}

/** By what a literal is known in a mapping: one name may be that of a bucket and of an endpoint. */
export function literalKey({ kind, text }: Pick<Literal, "kind" | "text">): string {
  return `${kind}:${text}`;
}

/**
 * Every literal of a definition that names an account, a region or something of one, each once, with where it is used: by kind, then in
 * document order. ARNs, addresses and `s3://` are read anywhere in a text; plain names where the field, or the parameter that is read
 * there, says what they are. A name that is put together of several parts is known by its parts.
 */
export function literalsOf(definition: ObjectValue): readonly Literal[] {
  const found = new Map<string, { literal: Omit<Found, "from">; uses: Use[] }>();
  const ownerOf = owners(definition);
  const add = ({ from, ...literal }: Found, path: Path) => {
    const key = literalKey(literal);
    const known = found.get(key) ?? { literal, uses: [] };
    known.uses.push({ ...ownerOf(path), path, from });
    found.set(key, known);
  };
  const byParameter = new Map<string, LiteralKind>();
  const whole = (kind: LiteralKind, value: Value, path: Path) => {
    const expression = readExpression(value);
    if (expression?.kind === "get" && expression.reference.kind === "parameter")
      byParameter.set(expression.reference.name, kind);
    if (typeof value === "string" && isName(kind, value))
      add({ kind, text: value, from: 0, account: null, region: null }, path);
  };
  walk(definition, (value, path) => {
    if (path[0] === "Parameters") return false;
    const kind = kindAt(path);
    if (kind !== null) whole(kind, value, path);
    if (typeof value === "string") for (const one of namedIn(value)) add(one, path);
    const bucket = bucketOfJoin(value);
    if (bucket !== null) whole("bucket", bucket.value, [...path, "Std:Join", "Values", bucket.index]);
    return true;
  });
  for (const { name, defaultValue, index } of listParameters(definition)) {
    const path = ["Parameters", index, "DefaultValue"];
    if (typeof defaultValue !== "string") continue;
    for (const one of namedIn(defaultValue)) add(one, path);
    const kind = byParameter.get(name);
    if (kind !== undefined) whole(kind, defaultValue, path);
  }
  const all = [...found.values()].map(({ literal, uses }) => ({ ...literal, uses }));
  return literalKinds.flatMap((kind) => all.filter((literal) => literal.kind === kind));
}

/** ARNs are found wherever they stand; what is left of a field is a plain name. */
function isName(kind: LiteralKind, value: string): boolean {
  if (value === "" || namedIn(value).length > 0) return false;
  return kind === "network" ? /^(?:subnet|sg)-/.test(value) : /^[\w./-]+$/.test(value) && !value.startsWith("/");
}

/** A list's elements are of the field that holds the list. */
function kindAt(path: Path): LiteralKind | null {
  const last = path.at(-1);
  const name = typeof last === "number" ? path.at(-2) : last;
  return typeof name === "string" ? kindOfField(name) : null;
}

/** The part of a join that is the bucket of an `s3://`: what stands right behind that. */
function bucketOfJoin(value: Value): { readonly value: Value; readonly index: number } | null {
  if (!isObject(value)) return null;
  const expression = readExpression(value);
  if (expression?.kind !== "join") return null;
  let before = "";
  for (const [index, part] of expression.values.entries()) {
    if (index > 0) before += expression.on;
    if (before === "s3://") return { value: part, index };
    if (typeof part !== "string") return null;
    before += part;
  }
  return null;
}

function owners(definition: ObjectValue): (path: Path) => Pick<Use, "step" | "parameter"> {
  const steps = new Map(listSteps(definition).map(({ key, path }) => [JSON.stringify(path), key]));
  const parameters = get(definition, "Parameters");
  return (path) => {
    if (path[0] === "Parameters") {
      const name = isList(parameters) ? get(parameters[path[1] as number], "Name") : undefined;
      return { step: null, parameter: typeof name === "string" ? name : null };
    }
    for (let length = path.length; length > 0; length--) {
      const step = steps.get(JSON.stringify(path.slice(0, length)));
      if (step !== undefined) return { step, parameter: null };
    }
    return { step: null, parameter: null };
  };
}
