import type { Path } from "../../../pipeline/definition/path";
import type { Value } from "../../../pipeline/definition/value";
import { removeField, setField } from "../../../pipeline/edits/fields";
import { stepsByKey } from "../../../pipeline/graph/stepTree";
import { editing } from "../editing";
import { orderFor } from "./fields";

interface SeveralArgs {
  readonly steps: readonly string[];
  readonly path: Path;
  readonly label: string;
  /** Nothing takes the field away. */
  readonly value?: Value;
}

/** Writes one value into the same field of several steps. */
export const setForSteps = editing<SeveralArgs>({
  id: "fields.setForSteps",
  group: "Fields",
  palette: false,
  label: (_, { steps, label, value }) => `${value === undefined ? "Remove" : "Set"} ${label} of ${steps.length} steps`,
  when: ({ document }, { steps }) => {
    const gone = steps.find((step) => !stepsByKey(document.definition).has(step));
    return gone === undefined || `There is no step ${gone} any more.`;
  },
  recipe:
    (state, { steps, path, value }) =>
    (document) =>
      steps.reduce((changed, step) => {
        const recipe =
          value === undefined ? removeField(step, path) : setField(step, path, value, orderFor(state, step));
        return recipe(changed);
      }, document),
  done: (_, { steps, label, value }) =>
    `${label} is ${value === undefined ? "removed from" : "set for"} ${steps.length} steps.`,
});
