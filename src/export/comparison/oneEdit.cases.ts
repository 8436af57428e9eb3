/** Edits of a definition, each with what a comparison has to say of it: no more and no less. */
import { compareValues } from "../../pipeline/compare/compareValues";
import { ownPart } from "../../pipeline/compare/ownPart";
import { renameSteps } from "../../pipeline/compare/renames";
import { type Path, printPath } from "../../pipeline/definition/path";
import { serialise } from "../../pipeline/definition/serialise";
import {
  get,
  getIn,
  isList,
  isObject,
  type ObjectValue,
  removeIn,
  setIn,
  type Value,
  walk,
} from "../../pipeline/definition/value";
import { deriveGraph } from "../../pipeline/graph/deriveGraph";
import { listSteps, type StepEntry } from "../../pipeline/graph/stepTree";

interface Field {
  readonly path: string;
  readonly before: Value;
  readonly after: Value;
}
interface Items {
  readonly added?: readonly string[];
  readonly removed?: readonly string[];
  readonly changed?: readonly { readonly name: string; readonly fields: readonly Field[] }[];
}
export interface OneEdit {
  readonly what: string;
  readonly after: ObjectValue;
  readonly steps?: Items & { readonly moved?: readonly { name: string; from: string | null; to: string | null }[] };
  readonly parameters?: Items;
  readonly definition?: readonly Field[];
  readonly edges?: { readonly added: readonly Ends[]; readonly removed: readonly Ends[] };
}
type Ends = { readonly from: string; readonly to: string };

const fresh = { Name: "FreshOne", Type: "Fail", Arguments: { ErrorMessage: "fresh" } };

/** The edits that a definition allows; `turn` chooses among its steps, leaves and lists. */
export function editsOf(definition: ObjectValue, turn: number): readonly OneEdit[] {
  const steps = listSteps(definition).filter(({ key, name }) => key === name);
  const pick = <Item>(items: readonly Item[]): Item | undefined => items[turn % items.length];
  const entry = pick(steps);
  return [
    ...(entry === undefined ? [] : [...inStep(definition, entry, pick), rename(definition, entry)]),
    ...remove(definition, pick(steps.filter(({ stepType }) => stepType.slots.length === 0))),
    ...move(definition, steps, pick),
    add(definition, turn),
    ...inParameters(definition),
    ...inRest(definition),
  ];
}

type Pick = <Item>(items: readonly Item[]) => Item | undefined;

function inStep(definition: ObjectValue, entry: StepEntry, pick: Pick): readonly OneEdit[] {
  const [leaves, lists] = [pick(leavesOf(entry)), pick(listsOf(entry))];
  const changed = (what: string, after: Value, path: Path, before: Value, now: Value): OneEdit => ({
    what,
    after: after as ObjectValue,
    steps: { changed: [{ name: entry.key, fields: [{ path: printPath(path), before, after: now }] }] },
  });
  const at = (path: Path) => [...entry.path, ...path];
  const list = lists === undefined ? [] : (getIn(entry.step, lists) as readonly Value[]);
  const item = isObject(list[0]) ? { Name: "zz-fresh" } : "zz-fresh";
  return [
    ...(leaves === undefined
      ? []
      : [
          changed(
            "a leaf changed",
            setIn(definition, at(leaves), "zz-changed"),
            leaves,
            getIn(entry.step, leaves) ?? null,
            "zz-changed",
          ),
          changed("a leaf removed", removeIn(definition, at(leaves)), leaves, getIn(entry.step, leaves) ?? null, null),
        ]),
    changed("a key added", setIn(definition, at(["zzKey"]), { a: 1 }), ["zzKey"], null, { a: 1 }),
    ...(lists === undefined
      ? []
      : [
          changed("an item put in front", setIn(definition, at(lists), [item, ...list]), [...lists, 0], null, item),
          changed(
            "an item put to the end",
            setIn(definition, at(lists), [...list, item]),
            [...lists, list.length],
            null,
            item,
          ),
          changed(
            "the first item removed",
            removeIn(definition, at([...lists, 0])),
            [...lists, 0],
            list[0] ?? null,
            null,
          ),
        ]),
  ];
}

/** Texts and numbers of the step itself that name neither it nor another, and are no item of a list. */
function leavesOf(entry: StepEntry): readonly Path[] {
  const found: Path[] = [];
  walk(ownPart(entry), (value, path) => {
    if (isExpression(value)) return false;
    const last = path.at(-1);
    const isNamed = path.length === 1 && (last === "Name" || last === "Type");
    if (typeof last === "string" && !isNamed && !/StepName|^Step$|Name$/.test(last)) {
      if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") found.push(path);
    }
    return path[0] !== "DependsOn";
  });
  return found;
}

function listsOf(entry: StepEntry): readonly Path[] {
  const found: Path[] = [];
  walk(ownPart(entry), (value, path) => {
    if (isExpression(value)) return false;
    if (isList(value) && path[0] !== "DependsOn" && value.length > 0) {
      const told = new Set(value.map((one) => (isObject(one) ? JSON.stringify(nameIn(one)) : serialise(one))));
      if (told.size === value.length && value.every((one) => !isExpression(one) && !isList(one))) found.push(path);
    }
    return true;
  });
  return found.filter((path) => !leadsToReference(getIn(entry.step, [...path, 0])));
}

function nameIn(item: Value): Value {
  const key = Object.keys(item as object).find((one) => /Name$/.test(one));
  return key === undefined ? serialise(item) : (get(item, key) ?? null);
}

function isExpression(value: Value): boolean {
  return isObject(value) && Object.keys(value).length === 1 && /^(?:Get|Std:.*)$/.test(Object.keys(value)[0] ?? "");
}

function leadsToReference(value: Value | undefined): boolean {
  let found = false;
  if (value !== undefined)
    walk(value, (one) => {
      found ||= isExpression(one);
    });
  return found;
}

function add(definition: ObjectValue, turn: number): OneEdit {
  const list = getIn(definition, ["Steps"]) as readonly Value[];
  const after = setIn(definition, ["Steps"], list.toSpliced(turn % (list.length + 1), 0, fresh)) as ObjectValue;
  return { what: "a step added", after, steps: { added: [fresh.Name] } };
}

function remove(definition: ObjectValue, entry: StepEntry | undefined): readonly OneEdit[] {
  if (entry === undefined) return [];
  const touching = deriveGraph(definition).edges.filter(({ from, to }) => from === entry.key || to === entry.key);
  const removed = touching.map(({ from, to }) => ({ from, to }));
  const after = removeIn(definition, entry.path) as ObjectValue;
  return [{ what: "a step removed", after, steps: { removed: [entry.key] }, edges: { added: [], removed } }];
}

function rename(definition: ObjectValue, { key }: StepEntry): OneEdit {
  const after = renameSteps(definition, new Map([[key, "RenamedOne"]]));
  const fields = [{ path: "Name", before: key, after: "RenamedOne" }];
  return { what: "a step renamed", after, steps: { changed: [{ name: "RenamedOne", fields }] } };
}

/** Into the True branch of a Condition, where there is one that does not hold it. */
function move(definition: ObjectValue, steps: readonly StepEntry[], pick: Pick): readonly OneEdit[] {
  const gate = steps.find(({ type, parent }) => type === "Condition" && parent === null);
  const step = pick(steps.filter(({ parent, stepType }) => parent === null && stepType.slots.length === 0));
  if (gate === undefined || step === undefined) return [];
  const branch = [...gate.path, "Arguments", "IfSteps"];
  const inside = getIn(definition, branch);
  const filled = setIn(definition, branch, [...(isList(inside) ? inside : []), step.step]);
  const known = deriveGraph(definition).edges.some(({ from, to }) => from === gate.key && to === step.key);
  return [
    {
      what: "a step moved into a branch",
      after: removeIn(filled, step.path) as ObjectValue,
      steps: { moved: [{ name: step.key, from: null, to: `${gate.key}/True` }] },
      edges: { added: known ? [] : [{ from: gate.key, to: step.key }], removed: [] },
    },
  ];
}

function inParameters(definition: ObjectValue): readonly OneEdit[] {
  const there = get(definition, "Parameters");
  const list = isList(there) ? there : [];
  const put = (items: readonly Value[]) => setIn(definition, ["Parameters"], items) as ObjectValue;
  const added = { Name: "FreshParameter", Type: "String", DefaultValue: "a" };
  const [first] = list;
  const name = String(get(first, "Name"));
  const one = { what: "a parameter added", after: put([added, ...list]), parameters: { added: ["FreshParameter"] } };
  if (first === undefined) return [one];
  const changed = setIn(first, ["DefaultValue"], "zz-changed");
  const [field] = compareValues(get(first, "DefaultValue"), "zz-changed");
  const before = field?.before == null ? null : (get(first, "DefaultValue") ?? null);
  const fields = [{ path: "DefaultValue", before, after: "zz-changed" }];
  return [
    one,
    { what: "a parameter removed", after: put(list.slice(1)), parameters: { removed: [name] } },
    { what: "a default changed", after: put([changed, ...list.slice(1)]), parameters: { changed: [{ name, fields }] } },
  ];
}

function inRest(definition: ObjectValue): readonly OneEdit[] {
  const after = setIn(definition, ["zzRest"], ["a"]) as ObjectValue;
  return [{ what: "another key", after, definition: [{ path: "zzRest", before: null, after: ["a"] }] }];
}
