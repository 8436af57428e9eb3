/** The conditions of a Condition step; `title` is "condition 1", as the form calls it. */
import type { Path } from "../../../pipeline/definition/path";
import {
  addCondition as addConditionRecipe,
  setConditionType,
  unwrapNot,
  wrapInNot,
} from "../../../pipeline/edits/conditions";
import type { ComparisonChoice } from "../../../pipeline/steps/comparisons";
import { capital } from "../../form/label";
import { editing } from "../editing";
import { isThere } from "./fields";

export const addCondition = editing<{ readonly step: string; readonly list: Path; readonly noun: string }>({
  id: "conditions.add",
  group: "Fields",
  palette: false,
  label: (_, { step, noun }) => `Add a ${noun} to ${step}`,
  when: isThere,
  recipe: (_, { step, list }) => addConditionRecipe(step, list),
  done: (_, { noun }) => `${capital(noun)} added.`,
});

interface ConditionArgs {
  readonly step: string;
  readonly path: Path;
  readonly title: string;
}

/** Puts a Not around a condition, or takes it away. */
export const negate = editing<ConditionArgs & { readonly not: boolean }>({
  id: "conditions.negate",
  group: "Fields",
  palette: false,
  label: (_, { step, title, not }) => `${not ? "Negate" : "Take the not off"} ${title} of ${step}`,
  when: isThere,
  recipe: (_, { step, path, not }) => (not ? wrapInNot(step, path) : unwrapNot(step, path)),
  done: (_, { title, not }) => `${capital(title)} ${not ? "must not hold" : "must hold"}.`,
});

export const compareBy = editing<ConditionArgs & { readonly comparison: ComparisonChoice }>({
  id: "conditions.compareBy",
  group: "Fields",
  palette: false,
  label: (_, { step, title }) => `Change how ${title} of ${step} compares`,
  when: isThere,
  recipe: (_, { step, path, comparison }) => setConditionType(step, path, comparison),
  done: (_, { title, comparison }) => `${capital(title)} compares by ${comparison}.`,
});
