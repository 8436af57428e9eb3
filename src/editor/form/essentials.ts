/** What a step is mostly about: the image, the role, the machines, what it reads, where it writes. It stands first in every type's form. */
import type { Path } from "../../pipeline/definition/path";
import { entries, isList, isObject, type Value } from "../../pipeline/definition/value";
import { isImageField } from "../../pipeline/images/imageField";
import { oncePerObject } from "../../pipeline/remember";
import { placeAt } from "../../pipeline/schema/placesOf";
import { isStepRole } from "../../pipeline/schema/stepRole";
import type { StepType } from "../../pipeline/schema/stepType";
import type { FieldSource } from "./item";

const order = ["image", "role", "instance", "data in", "data out"] as const;

/** More than a type has of one kind: they keep the order of its draft. */
const room = 100;

/** Behind all essentials. */
export const lastRank = order.length * room;

/** How far to the front a field stands, a structure or list by the first of what lies in it; `lastRank` for what is no essential. */
export function essentialRank({ stepType, model }: FieldSource, path: Path): number {
  const { zone, name, pattern } = placeAt(stepType, model, path);
  if (zone === "request" && isStepRole(name)) return order.indexOf("role") * room;
  return Math.min(lastRank, ...essentialsOf(stepType).flatMap(([it, rank]) => (isBelow(it, pattern) ? rank : [])));
}

/** The patterns of a type's essentials: of what its draft has, and of what it shows as ports. */
const essentialsOf = oncePerObject((stepType: StepType): readonly (readonly [pattern: string, rank: number])[] => {
  const ports = new Set(stepType.inputPorts);
  return [...new Set([...patternsIn(stepType.create(), ""), ...ports])].flatMap((pattern, index) => {
    const kind = kindOf(pattern, ports);
    return kind === null ? [] : [[pattern, order.indexOf(kind) * room + index] as const];
  });
});

function kindOf(pattern: string, ports: ReadonlySet<string>): (typeof order)[number] | null {
  const name = pattern.slice(pattern.lastIndexOf(".") + 1);
  if (isImageField(name)) return "image";
  if (/^(Initial)?Instance(Type|Count)$/.test(name)) return "instance";
  if (/^(S3OutputPath|OutputLocation)$/.test(name) || /Output.*\.S3Uri$/.test(pattern)) return "data out";
  return ports.has(pattern) ? "data in" : null;
}

function patternsIn(value: Value, at: string): readonly string[] {
  if (isObject(value))
    return entries(value).flatMap(([key, inner]) => patternsIn(inner, at === "" ? key : `${at}.${key}`));
  return isList(value) ? value.flatMap((inner) => patternsIn(inner, `${at}[]`)) : [at];
}

function isBelow(pattern: string, start: string): boolean {
  return pattern === start || pattern.startsWith(`${start}.`) || pattern.startsWith(`${start}[`);
}
