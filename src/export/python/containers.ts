/** Steps that hold others. The SDK's compiler makes them anew, so what it does not know is put right in the definition. */
import { entries, get, isList, isObject, isScalar, text, type Value } from "../../pipeline/definition/value";
import { conditions } from "./conditions";
import { waitsOf, words } from "./envelope";
import { type Argument, dict, type Expr, list } from "./layout";
import type { Program } from "./program";
import { everywhere, type StepParts, slotsOf } from "./stepParts";
import { quoted } from "./text";

export function container(step: StepParts, program: Program): Expr | null {
  if (step.type === "Condition") return conditionStep(step, program);
  return step.type === "ForEach" ? forEachStep(step, program) : null;
}

function conditionStep(step: StepParts, program: Program): Expr {
  const given = get(step.args, "Conditions");
  correctRest(step, ["Conditions", "IfSteps", "ElseSteps"], program);
  if (given !== undefined && !isList(given)) program.correct(step.name, '["Arguments"]["Conditions"] = ', given);
  return program.make(
    "ConditionStep",
    ["name", quoted(step.name)],
    ["conditions", conditions(isList(given) ? given : [], program)],
    ["if_steps", inside(step, "IfSteps", program)],
    ["else_steps", inside(step, "ElseSteps", program)],
    ...around(step, program),
  );
}

function inside(step: StepParts, slot: string, program: Program): Expr {
  return list((step.slots.get(slot) ?? []).map(({ name }) => program.variables.get(name) ?? quoted(name)));
}

/** Name, words and order; whatever else the step has is put right behind. */
function around(step: StepParts, program: Program): readonly (Argument | null)[] {
  const { name, step: whole } = step;
  const args: (Argument | null)[] = [];
  for (const [key, keyword] of [
    ["DisplayName", "display_name"],
    ["Description", "description"],
  ] as const) {
    const value = get(whole, key);
    const said = words(keyword, value);
    if (said === undefined && value !== undefined) program.correct(name, `["${key}"] = `, value);
    else args.push(said ?? null);
  }
  const waits = get(whole, "DependsOn");
  const order = waits === undefined ? null : waitsOf(waits, name, program);
  return [...args, order === null ? null : ["depends_on", order]];
}

/** Arguments that the SDK would leave out, or write although they are not there, and keys beside them that it does not know. */
function correctRest(step: StepParts, written: readonly string[], program: Program): void {
  const { name, step: whole, args } = step;
  if (get(whole, "Arguments") === undefined) {
    program.remove(name, '["Arguments"]');
  } else {
    const there = entries(args).map(([key]) => key);
    for (const key of written) if (!there.includes(key)) program.remove(name, `["Arguments"]["${key}"]`);
    for (const [key, value] of entries(args)) {
      if (!written.includes(key)) program.correct(name, `["Arguments"][${quoted(key)}] = `, value);
    }
  }
  correctKeys(step, program);
}

function correctKeys({ name, step }: StepParts, program: Program): void {
  for (const [key, value] of entries(step))
    if (!everywhere.includes(key)) program.correct(name, `[${quoted(key)}] = `, value);
}

function forEachStep(step: StepParts, program: Program): Expr {
  return program.attempt(() => ownForEach(step, program)) ?? loop(step, program);
}

function ownForEach(step: StepParts, program: Program): Expr | null {
  const { args, name } = step;
  if (program.sdk.modules.ForEachStep === undefined) return null;
  const [items, most, selector] = [get(args, "IterableItems"), get(args, "MaxConcurrency"), get(args, "Selector")];
  const body = step.slots.get("ForEachBody") ?? [];
  if (body.length === 0 || body.some(({ type }) => type === "Fail" || type in slotsOf)) return null;
  if (typeof most !== "number" || !Number.isInteger(most) || most < 1 || most > 50 || items === undefined) return null;
  const each = isList(items) ? items : [items];
  const written = each.map((item) => program.value(item));
  const isTaken = each.every((item, index) =>
    isObject(item) ? isVariable(written[index]) : isList(items) && isScalar(item) && item !== null,
  );
  if (!isTaken || each.length === 0 || each.length > 100) return null;
  const pick = selector === undefined ? null : selectorOf(selector, program);
  if (selector !== undefined && pick === null) return null;
  correctRest(
    step,
    ["IterableItems", "MaxConcurrency", "ForEachBody", ...(selector === undefined ? [] : ["Selector"])],
    program,
  );
  return program.make(
    "ForEachStep",
    ["name", quoted(name)],
    ["iterable_items", isList(items) ? list(written) : (written[0] ?? "None")],
    ["max_concurrency", String(most)],
    pick === null ? null : ["selector", pick],
    ["for_each_body", inside(step, "ForEachBody", program)],
    ...around(step, program),
  );
}

function isVariable(expr: Expr | undefined): boolean {
  return expr !== undefined && !(typeof expr === "object" && expr.kind === "dict");
}

function selectorOf(selector: Value, program: Program): Expr | null {
  const pick = text(get(selector, "Pick"));
  const field = get(selector, "Field");
  const path = text(get(field, "Get")) ?? "";
  if (entries(selector).length !== 2 || (pick !== "MaxBy" && pick !== "MinBy")) return null;
  if (field === undefined || !/^IterationOutput\.[^.[]+[.[]/.test(path)) return null;
  const written = program.value(field);
  if (!isVariable(written)) return null;
  return program.make("ForEachSelector", ["pick", quoted(pick)], ["field", written]);
}

/** Where the SDK knows no loops: a condition with the loop's own arguments, named by its right type in the definition. */
function loop(step: StepParts, program: Program): Expr {
  const { args, name } = step;
  program.fallbacks.set(name, step.type);
  program.needs.add("LoopOver");
  program.use("Condition");
  const own = entries(args).filter(([key]) => key !== "ForEachBody");
  program.loops.push(quoted(name));
  if (!step.slots.has("ForEachBody")) program.remove(name, '["Arguments"]["ForEachBody"]');
  if (get(step.step, "Arguments") === undefined) program.remove(name, '["Arguments"]');
  correctKeys(step, program);
  return program.make(
    "ConditionStep",
    ["name", quoted(name)],
    [
      "conditions",
      list([
        {
          kind: "call",
          of: "LoopOver",
          args: [dict(own.map(([key, value]) => [quoted(key), program.value(value)] as const))],
        },
      ]),
    ],
    ["if_steps", inside(step, "ForEachBody", program)],
    ...around(step, program),
  );
}
