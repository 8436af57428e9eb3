import { setSelector } from "../../../pipeline/edits/selector";
import type { Selector } from "../../../pipeline/steps/selector";
import { editing } from "../editing";
import { isThere } from "./fields";

/** Selects the iteration of a loop that others read as Selected; null selects none. */
export const selectIteration = editing<{ readonly step: string; readonly selector: Selector | null }>({
  id: "loops.select",
  group: "Fields",
  palette: false,
  label: (_, { step, selector }) =>
    selector === null ? `Select no iteration of ${step}` : `Select the iteration of ${step} by ${selector.step}`,
  when: isThere,
  recipe: (_, { step, selector }) => setSelector(step, selector),
  done: (_, { step, selector }) =>
    selector === null
      ? `No iteration of ${step} is selected.`
      : `The iteration of ${step} is selected by ${selector.step}.`,
});
