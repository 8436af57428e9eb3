import { parsePath } from "../definition/path";
import { getIn, type ObjectValue, text, type Value, walk } from "../definition/value";
import { type StepEntry, stepsByKey } from "../graph/stepTree";
import type { DefinitionChanges, FieldChange, ItemChange, StepChange, StepSlot } from "./changes";
import type { EdgeEnds } from "./compareEdges";
import { compareValues, isSensitive } from "./compareValues";
import { ownPart } from "./ownPart";
import { shown } from "./shown";

/** What a change comes to, in one sentence. */
export interface Meaning {
  /** Who may do what, which code runs, where data goes. */
  readonly security: boolean;
  /** The step that it is about, null where it is about the pipeline. */
  readonly step: string | null;
  readonly sentence: string;
}

interface Change {
  readonly changes: DefinitionChanges;
  readonly edges: { readonly added: readonly EdgeEnds[]; readonly removed: readonly EdgeEnds[] };
  readonly after: ObjectValue;
}

/** What the changes between two definitions mean for who runs them, what touches security first. What means nothing but itself is left out. */
export function meaningOf({ changes, edges, after }: Change): readonly Meaning[] {
  const steps = stepsByKey(after);
  const said = [
    ...changes.steps.flatMap((change) => ofStep(change, steps.get(change.name))),
    ...changes.parameters.flatMap((change) => ofParameter(change, after)),
    ...ofOrder(changes.steps, edges),
  ];
  return [...said.filter(({ security }) => security), ...said.filter(({ security }) => !security)];
}

/** By the last key that is known here: what the step does with such a value, and whether it touches security. */
const deeds: readonly (readonly [key: RegExp, deed: string])[] = [
  [/RoleArn$/, "runs with the role"],
  [/FunctionArn$/, "calls the function"],
  [/SqsQueueUrl$/, "sends to the queue"],
  [/KmsKeyId$/, "encrypts with the key"],
  [/(?:Image|ImageUri)$/, "runs the image"],
  [/EntryPoint$|ContainerEntrypoint$/, "runs the code"],
  [/(?:S3Uri|S3OutputPath|ModelDataUrl)$/, "reads or writes"],
  [/(?:SecurityGroupIds|Subnets)$/, "is in the network"],
  [/EnableNetworkIsolation$/, "has the isolation from the network"],
  [/InstanceType$/, "runs on"],
  [/InstanceCount$/, "has the number of instances"],
  [/MaxRuntimeInSeconds$/, "may run for seconds up to"],
  [/^CacheConfig$/, "has the cache"],
  [/^RetryPolicies$/, "has the policies of retry"],
];

function deedOf(path: string): string | null {
  const keys = (parsePath(path) ?? []).filter((segment) => typeof segment === "string");
  for (const key of keys.toReversed()) for (const [known, deed] of deeds) if (known.test(key)) return deed;
  return null;
}

function ofStep(change: StepChange, entry: StepEntry | undefined): readonly Meaning[] {
  const about = (security: boolean, sentence: string): Meaning => ({ security, step: change.name, sentence });
  const fields = change.change === "added" && entry !== undefined ? sensitiveFields(entry) : change.fields;
  const said = new Set<string>();
  const meanings = fields.flatMap((field) => {
    const sentence = ofField(change, field);
    if (sentence === null || said.has(sentence)) return [];
    said.add(sentence);
    return [about(field.sensitive, sentence)];
  });
  const moved = change.moved === null ? [] : [about(false, `${change.name} ${ranWhen(change.moved.to)}.`)];
  return [...meanings, ...moved];
}

function ofField({ name, change }: StepChange, { path, before, after }: FieldChange): string | null {
  if (/(?:^|\.)Conditions\[/.test(path))
    return `${name} decides otherwise: ${path} is ${shown(after)}, before ${shown(before)}.`;
  const deed = deedOf(path);
  if (deed === null) return null;
  if (after === null) return `${name} no longer ${deed} ${shown(before)}.`;
  if (change === "added") return `${name} is new and ${deed} ${shown(after)}.`;
  return before === null
    ? `${name} now ${deed} ${shown(after)}.`
    : `${name} ${deed} ${shown(after)}, before ${shown(before)}.`;
}

/** The values of a new step that touch security, as changes from nothing. */
function sensitiveFields(entry: StepEntry): readonly FieldChange[] {
  const found: FieldChange[] = [];
  walk(ownPart(entry), (value: Value, path) => {
    if (!isSensitive(path)) return true;
    for (const field of compareValues(undefined, value)) {
      found.push({ ...field, path: path.map(String).join("."), sensitive: true });
    }
    return false;
  });
  return found;
}

function ranWhen(to: StepSlot | null): string {
  if (to === null) return "runs always, no longer in a branch or a loop";
  return to.slot === "Each" ? `runs for each item of ${to.container}` : `runs only on ${to.slot} of ${to.container}`;
}

function ofParameter({ name, change, fields }: ItemChange, after: ObjectValue): readonly Meaning[] {
  const about = (sentence: string): Meaning => ({ security: false, step: null, sentence });
  if (change === "removed") return [about(`A start that gives the parameter ${name} is refused from now on.`)];
  const list = getIn(after, ["Parameters"]);
  const now = Array.isArray(list) ? list.find((one: Value) => text(getIn(one, ["Name"])) === name) : undefined;
  const hasDefault = getIn(now, ["DefaultValue"]) !== undefined;
  if (change === "added") return hasDefault ? [] : [about(`Each start has to give the new parameter ${name}.`)];
  return fields.flatMap(({ path, before, after: value }) => {
    if (path !== "DefaultValue") return [];
    if (value === null)
      return [about(`Each start has to give the parameter ${name}, which was ${shown(before)} by default.`)];
    const was = before === null ? "" : `, before ${shown(before)}`;
    return [about(`The parameter ${name} is ${shown(value)} by default${was}.`)];
  });
}

/** Which steps of both definitions wait for others than before; a step that moved was told already. */
function ofOrder(steps: readonly StepChange[], { added, removed }: Change["edges"]): readonly Meaning[] {
  const told = new Set(
    steps.filter(({ change, moved }) => change !== "changed" || moved !== null).map(({ name }) => name),
  );
  const isNews = ({ from, to }: EdgeEnds) => !told.has(from) && !told.has(to);
  const say =
    (waits: string) =>
    (edge: EdgeEnds): Meaning => ({
      security: false,
      step: edge.to,
      sentence: `${edge.to} ${waits} ${edge.from}.`,
    });
  return [...added.filter(isNews).map(say("now waits for")), ...removed.filter(isNews).map(say("no longer waits for"))];
}
