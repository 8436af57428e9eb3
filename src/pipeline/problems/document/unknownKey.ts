import type { Path } from "../../definition/path";
import {
  get,
  isList,
  isObject,
  keys,
  type ObjectValue,
  OrderedObject,
  removeIn,
  type Value,
} from "../../definition/value";
import { withDefinition } from "../../edits/edit";
import { renameMapKey } from "../../edits/fields";
import type { StepEntry } from "../../graph/stepTree";
import { isExpression } from "../../references/read";
import { oncePerObject } from "../../remember";
import type { StepType } from "../../schema/stepType";
import { isKnownStepType, stepTypeOf } from "../../steps";
import { remove } from "../fixes";
import { nearest } from "../nearest";
import type { Finding, Rule } from "../problem";

export const unknownKey: Rule = {
  code: "unknown-key",
  severity: "warning",
  why: "The service reads structural objects strictly: “Cannot parse object, unknown property …” (issue 2746 of the Python SDK). Which keys it may have got since is not known, so this is only doubted.",
  checkStep(entry) {
    const { type, step } = entry;
    if (!isKnownStepType(type)) return none;
    const found = unknownKeys(entry, step, keysOf(stepTypeOf(type)), top);
    const inside = insides.map(([key, known]) => unknownInside(entry, key, known)).filter((list) => list.length > 0);
    return inside.length === 0 ? found : [...found, ...inside.flat()];
  },
  checkDefinition({ definition }) {
    const parameters = get(definition, "Parameters");
    return [
      ...unknownOf(definition, rootKeys, [], "a definition"),
      ...(isList(parameters) ? parameters : []).flatMap((item, index) =>
        unknownOf(item, parameterKeys, ["Parameters", index], "a parameter"),
      ),
      ...unknownOf(
        get(definition, "PipelineExperimentConfig"),
        ["ExperimentName", "TrialName"],
        ["PipelineExperimentConfig"],
        "PipelineExperimentConfig",
      ),
      ...unknownOf(
        get(definition, "MlflowConfig"),
        ["MlflowResourceArn", "MlflowExperimentName"],
        ["MlflowConfig"],
        "MlflowConfig",
      ),
    ];
  },
};

const none: readonly Finding[] = [];
const top: Path = [];

/** The keys of what stands beside the arguments: of an object, or of each object in a list. */
const insides: readonly (readonly [key: string, known: readonly string[]])[] = [
  ["CacheConfig", ["Enabled", "ExpireAfter"]],
  ["RetryPolicies", ["BackoffRate", "IntervalSeconds", "MaxAttempts", "ExpireAfterMin", "ExceptionType"]],
  ["DependsOn", ["Step", "Trigger"]],
  ["PropertyFiles", ["PropertyFileName", "OutputName", "FilePath"]],
  ["OutputParameters", ["OutputName", "OutputType"]],
];

function unknownInside(entry: StepEntry, key: string, known: readonly string[]): readonly Finding[] {
  const value = get(entry.step, key);
  // The caching is one object, all others are lists.
  if (key === "CacheConfig") return unknownKeys(entry, value, known, [key]);
  if (!isList(value)) return none;
  const findings: Finding[] = [];
  for (let i = 0; i < value.length; i++) {
    // No path is made for a name, or for an object as it should be.
    if (isObject(value[i]) && !hasOnly(value[i] as ObjectValue, known)) {
      findings.push(...unknownKeys(entry, value[i], known, [key, i]));
    }
  }
  return findings;
}

function unknownKeys(
  entry: StepEntry,
  value: Value | undefined,
  known: readonly string[],
  at: Path,
): readonly Finding[] {
  if (!isObject(value) || hasOnly(value, known) || isExpression(value)) return none;
  return keys(value)
    .filter((key) => !known.includes(key))
    .map((key) => unknownIn(entry, value, known, at, key));
}

function hasOnly(value: ObjectValue, known: readonly string[]): boolean {
  if (value instanceof OrderedObject) return value.list.every(([key]) => known.includes(key));
  for (const key in value) if (!known.includes(key)) return false;
  return true;
}

function unknownIn(
  { key, name, type }: StepEntry,
  value: ObjectValue,
  known: readonly string[],
  at: Path,
  member: string,
): Finding {
  const free = known.filter((one) => get(value, one) === undefined && !elsewhere.includes(one));
  const close = nearest(member, free);
  const path = [...at, member];
  const of = at.length === 0 ? `a ${stepTypeOf(type).label} step` : String(at[0]);
  return {
    step: key,
    at: path,
    message: `${member} is no key of ${of}, and stands in ${name}.${close === null ? "" : ` Did you mean ${close}?`}`,
    fixes: [
      ...(close === null ? [] : [{ label: `Call it ${close}`, recipe: renameMapKey(key, at, member, close) }]),
      remove(key, path),
    ],
  };
}

/** The keys that a step of a type may have. */
const keysOf = oncePerObject(({ ownFields = [], envelope }: StepType): readonly string[] => {
  const own = ownFields.map(({ path }) => path.split(".")[0] ?? path);
  return [...stepKeys, ...envelope, ...own, ...elsewhere];
});

const stepKeys = ["Name", "Type", "Arguments", "DependsOn", "DisplayName", "Description"];
/** Keys that other rules speak of where a type does not take them. */
const elsewhere = ["RetryPolicies", "CacheConfig"];
const rootKeys = ["Version", "Metadata", "Parameters", "PipelineExperimentConfig", "MlflowConfig", "Steps"];
const parameterKeys = ["Name", "Type", "DefaultValue", "EnumValues", "Description"];

function unknownOf(value: Value | undefined, known: readonly string[], at: Path, what: string): Finding[] {
  return keys(value)
    .filter((key) => !known.includes(key))
    .map((key) => {
      const close = nearest(
        key,
        known.filter((one) => get(value, one) === undefined),
      );
      const path = [...at, key];
      return {
        step: null,
        at: path,
        message: `${key} is no key of ${what}.${close === null ? "" : ` Did you mean ${close}?`}`,
        fixes: [
          {
            label: `Remove ${key}`,
            recipe: (document) => withDefinition(document, removeIn(document.definition, path)),
          },
        ],
      };
    });
}
