import { lookup } from "../../definition/byName";
import { lastName, type Path } from "../../definition/path";
import { get, isList, isObject, keys, removeIn, renameKey, type Value } from "../../definition/value";
import { type Recipe, withDefinition } from "../../edits/edit";
import type { Place } from "../../schema/place";
import { isKnownStepType } from "../../steps";
import { curesOf } from "../curesOf";
import { putInDefinition } from "../fixes";
import { nearest } from "../nearest";
import type { Field, Finding, Report, Rule } from "../problem";

export const unknownKey: Rule = {
  code: "unknown-key",
  severity: "warning",
  why: "The service reads structural objects strictly: “Cannot parse object, unknown property …” (issue 2746 of the Python SDK). Which keys it may have got since is not known, so this is only doubted.",
  looksWhere: (place) => place.zone === "envelope" && (place.isStranger || place.dropped) && !hasOwnRule(place),
  checkField(field, report) {
    if (isKnownStepType(field.entry.type)) unknownInStep(field, report);
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

/** Keys that other rules speak of where a type does not take them. */
function hasOwnRule({ name }: Place): boolean {
  return name === "RetryPolicies" || name === "CacheConfig";
}

function unknownInStep(field: Field, report: Report): void {
  const { entry, stepType, place } = field;
  const at = [...field.at];
  report({
    say() {
      const of = at.length === 1 ? `a ${stepType.label} step` : String(at[0]);
      const { close, fixes } = curesOf({ entry, place, at }, (member) => !member.dropped && !hasOwnRule(member));
      const meant = close === null ? "" : ` Did you mean ${close}?`;
      return { message: `${lastName(at)} is no key of ${of}, and stands in ${entry.name}.${meant}`, fixes };
    },
  });
}

/** Words of CloudFormation and of the SDK for keys of a definition. */
const usuallyMeant: Readonly<Record<string, string>> = {
  Default: "DefaultValue",
  AllowedValues: "EnumValues",
  ParameterName: "Name",
  ParameterType: "Type",
};

const rootKeys = ["Version", "Metadata", "Parameters", "PipelineExperimentConfig", "MlflowConfig", "Steps"];
const parameterKeys = ["Name", "Type", "DefaultValue", "EnumValues", "Description"];

function unknownOf(value: Value | undefined, known: readonly string[], at: Path, what: string): Finding[] {
  return keys(value)
    .filter((key) => !known.includes(key))
    .map((key) => {
      const path = [...at, key];
      const say = () => {
        const free = known.filter((one) => get(value, one) === undefined);
        const close = free.find((one) => one === lookup(usuallyMeant, key)) ?? nearest(key, free);
        const remove: Recipe = (document) => withDefinition(document, removeIn(document.definition, path));
        const rename =
          close === null || !isObject(value)
            ? []
            : [{ label: `Call it ${close}`, recipe: putInDefinition(at, renameKey(value, key, close)) }];
        return {
          message: `${key} is no key of ${what}.${close === null ? "" : ` Did you mean ${close}?`}`,
          fixes: [...rename, { label: `Remove ${key}`, recipe: remove }],
        };
      };
      return { step: null, at: path, say };
    });
}
