import type { Path } from "../../definition/path";
import { get, getIn, isList, isObject, keys, removeIn, type Value } from "../../definition/value";
import { withDefinition } from "../../edits/edit";
import { renameMapKey } from "../../edits/fields";
import { isExpression } from "../../references/read";
import { isKnownStepType, stepTypeOf } from "../../steps";
import type { StepType } from "../../steps/stepType";
import { remove } from "../fixes";
import { nearest } from "../nearest";
import type { Finding, Rule } from "../problem";

export const unknownKey: Rule = {
  code: "unknown-key",
  severity: "warning",
  why: "The service reads structural objects strictly: “Cannot parse object, unknown property …” (issue 2746 of the Python SDK). Which keys it may have got since is not known, so this is only doubted.",
  checkStep({ key, name, type, step }) {
    if (!isKnownStepType(type)) return [];
    const known = keysOf(stepTypeOf(type));
    const list = (at: Path, members: readonly string[]): Finding[] => {
      const value = getIn(step, at);
      return (isList(value) ? value : []).flatMap((item, index) => unknownIn(item, members, [...at, index]));
    };
    const unknownIn = (value: Value | undefined, members: readonly string[], at: Path): Finding[] =>
      (isObject(value) && !isExpression(value) ? keys(value) : [])
        .filter((member) => !members.includes(member))
        .map((member) => {
          const close = nearest(
            member,
            members.filter((one) => get(value, one) === undefined && !elsewhere.includes(one)),
          );
          const path = [...at, member];
          return {
            step: key,
            at: path,
            message: `${member} is no key of ${at.length === 0 ? `a ${stepTypeOf(type).label} step` : String(at[0])}, and stands in ${name}.${close === null ? "" : ` Did you mean ${close}?`}`,
            fixes: [
              ...(close === null ? [] : [{ label: `Call it ${close}`, recipe: renameMapKey(key, at, member, close) }]),
              remove(key, path),
            ],
          };
        });
    return [
      ...unknownIn(step, known, []),
      ...unknownIn(get(step, "CacheConfig"), ["Enabled", "ExpireAfter"], ["CacheConfig"]),
      ...list(["RetryPolicies"], retryKeys),
      ...list(["DependsOn"], ["Step", "Trigger"]),
      ...list(["PropertyFiles"], ["PropertyFileName", "OutputName", "FilePath"]),
      ...list(["OutputParameters"], ["OutputName", "OutputType"]),
    ];
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

const remembered = new WeakMap<StepType, readonly string[]>();

/** The keys that a step of a type may have. */
function keysOf(stepType: StepType): readonly string[] {
  let known = remembered.get(stepType);
  if (known === undefined) {
    const own = (stepType.ownFields ?? []).map(({ path }) => path.split(".")[0] ?? path);
    known = [...stepKeys, ...stepType.envelope, ...own, ...elsewhere];
    remembered.set(stepType, known);
  }
  return known;
}

const stepKeys = ["Name", "Type", "Arguments", "DependsOn", "DisplayName", "Description"];
/** Keys that other rules speak of where a type does not take them. */
const elsewhere = ["RetryPolicies", "CacheConfig"];
const retryKeys = ["BackoffRate", "IntervalSeconds", "MaxAttempts", "ExpireAfterMin", "ExceptionType"];
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
