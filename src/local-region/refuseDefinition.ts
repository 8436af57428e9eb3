/**
 * What of a definition the local region refuses at create and update. The service refuses the same things; of most its words are not
 * known, so only faults of structure are refused here, and all else runs.
 */
import { parseDefinition, parseValue } from "../pipeline/definition/parse";
import { get, isList, isNumber, isObject, type ObjectValue, text } from "../pipeline/definition/value";
import { deriveGraph, type Graph } from "../pipeline/graph/deriveGraph";
import { findCycles } from "../pipeline/graph/order";
import { analysisOf, type StepEntry } from "../pipeline/graph/stepTree";
import { executionVariables } from "../pipeline/references/executionVariables";
import { declaredParameters } from "../pipeline/simulate/values/parameters";
import { stepTypeOf } from "../pipeline/steps";
import { invalid } from "./errors";

const prefix = "Unable to parse pipeline definition.";

/** The definition of a text; throws a ValidationException that says what is wrong with it. */
export function readDefinition(source: string): ObjectValue {
  const parsed = parseDefinition(source);
  if (!parsed.ok) {
    const { code, message, line, column } = parsed.refusal;
    const kind = code === "not-a-definition" ? wrongKind(source) : null;
    throw invalid(`${prefix} ${kind ?? `${message} (line ${line}, column ${column})`}`);
  }
  const refusal = firstRefusal(parsed.value);
  if (refusal !== null) throw invalid(`${prefix} ${refusal}`);
  return parsed.value;
}

/** The service's own words for one kind of JSON in the place of another (sagemaker-python-sdk issues 2345, 3908). */
function wrongKind(source: string): string | null {
  const parsed = parseValue(source);
  if (!parsed.ok) return null;
  if (!isObject(parsed.value)) return "Expecting start of Json Object.";
  return get(parsed.value, "Steps") === undefined ? null : "Expecting start of Json Array.";
}

function firstRefusal(definition: ObjectValue): string | null {
  return refuseRoot(definition) ?? refuseNames(definition) ?? refuseSteps(definition) ?? refuseCycle(definition);
}

function refuseRoot(definition: ObjectValue): string | null {
  const version = get(definition, "Version");
  if (version !== undefined && version !== "2020-12-01") return "Unsupported Version.";
  const parameters = get(definition, "Parameters");
  if (parameters !== undefined && parameters !== null && !isList(parameters)) return "Expecting start of Json Array.";
  const steps = get(definition, "Steps");
  if (isList(steps) && !steps.every(isObject)) return "Expecting start of Json Object.";
  const names = declaredParameters(definition).map(({ name }) => name);
  const doubled = names.find((name, index) => names.indexOf(name) !== index);
  return doubled === undefined ? null : `Parameter names must be unique. Duplicate parameter '${doubled}'.`;
}

function refuseNames(definition: ObjectValue): string | null {
  const { steps } = deriveGraph(definition);
  const seen = new Set<string>();
  const bodies = steps.filter(({ slot }) => slot === "ForEachBody").map(({ name }) => name);
  for (const { name, type, slot } of steps) {
    if (!/^[A-Za-z0-9\-_]{1,64}$/.test(name)) return `Step name '${name}' must match [A-Za-z0-9\\-_]{1,64}.`;
    if (type === "") return `Step '${name}' has no Type.`;
    if (seen.has(name)) return `Step names must be unique. Duplicate step '${name}'.`;
    seen.add(name);
    const iteration = /^(.+)-\d+$/.exec(name)?.[1];
    if (slot === null && iteration !== undefined && bodies.includes(iteration)) {
      return `Step name '${name}' is reserved for an iteration of step '${iteration}'.`;
    }
  }
  return null;
}

function refuseSteps(definition: ObjectValue): string | null {
  const graph = deriveGraph(definition);
  const parameters = new Set(declaredParameters(definition).map(({ name }) => name));
  for (const entry of graph.steps) {
    const refusal = refuseDependsOn(entry, graph) ?? refuseReferences(entry, graph, parameters) ?? refuseForEach(entry);
    if (refusal !== null) return refusal;
  }
  return null;
}

const triggers = ["Completed", "Failed", "Stopped", "Any"];

function refuseDependsOn(entry: StepEntry, graph: Graph): string | null {
  const { name } = entry;
  for (const { step: upstream, trigger } of analysisOf(entry).dependsOn) {
    const other = graph.byKey.get(upstream);
    if (other === undefined) return `Step '${name}' depends on step '${upstream}', which is undefined.`;
    if (stepTypeOf(other.type).endsExecution === true)
      return `Step '${name}' depends on '${upstream}': CondStep can not depends on FailStep.`;
    if (!triggers.includes(trigger))
      return `Step '${name}' depends on '${upstream}' with unknown trigger '${trigger}'.`;
  }
  return null;
}

function refuseReferences(entry: StepEntry, graph: Graph, parameters: ReadonlySet<string>): string | null {
  const { name } = entry;
  for (const { reference, text: written } of analysisOf(entry).references) {
    const at = `in step '${name}'`;
    if (reference.kind === "malformed") return `Malformed reference '${written}' ${at}.`;
    if (reference.kind === "parameter" && !parameters.has(reference.name)) {
      return `Reference to undefined parameter '${reference.name}' ${at}.`;
    }
    if (reference.kind === "step" && !graph.byKey.has(reference.step)) {
      return `Reference to undefined step '${reference.step}' ${at}.`;
    }
    if (reference.kind === "execution" && !executionVariables.some((known) => known === reference.variable)) {
      return `Unknown execution variable '${reference.variable}' ${at}.`;
    }
  }
  return null;
}

function refuseForEach({ name, type, step }: StepEntry): string | null {
  const slot = stepTypeOf(type).slots.find(({ edge }) => edge === "each");
  if (slot === undefined) return null;
  const args = get(step, "Arguments");
  const body = get(args, slot.key);
  if (!isList(body) || body.length === 0) return `ForEach step '${name}' has no steps in its ForEachBody.`;
  const refused = body
    .map((child) => text(get(child, "Type")))
    .find((child) => child !== undefined && slot.refuses.includes(child));
  if (refused !== undefined) return `Step type '${refused}' is not allowed in the ForEachBody of step '${name}'.`;
  const concurrency = get(args, "MaxConcurrency");
  const limit = isNumber(concurrency) ? Number(concurrency) : Number.NaN;
  if (!(Number.isInteger(limit) && limit >= 1 && limit <= 50)) {
    return `MaxConcurrency of step '${name}' must be an integer in the range [1, 50].`;
  }
  return null;
}

function refuseCycle(definition: ObjectValue): string | null {
  const cycle = findCycles(deriveGraph(definition))[0];
  return cycle === undefined ? null : `Cyclic dependency between steps: ${[...cycle, cycle[0]].join(" -> ")}.`;
}
