import { setField } from "../../edits/fields";
import { isKnownStepType, stepTypeList } from "../../steps";
import { nearest } from "../nearest";
import type { Rule } from "../problem";

export const unknownStepType: Rule = {
  code: "unknown-step-type",
  severity: "info",
  why: "The service gets new step types often, so Stepwire keeps a type that it does not know as it is, and can check only its references.",
  checkStep({ key, name, type }) {
    if (type === "" || isKnownStepType(type)) return [];
    const known = otherNames.get(type.toLowerCase());
    const close =
      known ??
      nearest(
        type,
        stepTypeList.map((stepType) => stepType.type),
      );
    const guess = close === null ? "It is kept as it is." : `Did you mean ${close}?`;
    return [
      {
        step: key,
        at: ["Type"],
        ...(known === undefined ? {} : { severity: "warning" as const }),
        message: `${name} is a ${type} step, a type that Stepwire does not know. ${guess}`,
        fixes: close === null ? [] : [{ label: `Make it a ${close} step`, recipe: setField(key, ["Type"], close) }],
      },
    ];
  },
};

/** What the SDK's classes and the API's operations call a type: `TrainingStep`, `CreateTrainingJob`, by small letters. */
const otherNames: ReadonlyMap<string, string> = new Map([
  // Several types make processing jobs: the first one is meant.
  ...stepTypeList.toReversed().flatMap(({ type, api }): [string, string][] => {
    const operation = api.request?.replace(/(?:Request|Input|Arguments)$/, "") ?? "";
    const names = [`${type}Step`, operation, operation.replace(/^Create/, ""), operation.replace(/^Create|Job$/g, "")];
    return names.filter((name) => name !== "" && name !== type).map((name) => [name.toLowerCase(), type]);
  }),
  ...Object.entries({
    ModelStep: "Model",
    CreateModelStep: "Model",
    CreateModel: "Model",
    Notebook: "Training",
    NotebookJob: "Training",
    NotebookJobStep: "Training",
    MonitorBatchTransformStep: "Transform",
    TunerStep: "Tuning",
    Register: "RegisterModel",
    RegisterModelStep: "RegisterModel",
    EMRContainers: "EMR",
  }).map(([name, type]): [string, string] => [name.toLowerCase(), type]),
]);
