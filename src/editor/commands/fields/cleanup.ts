import {
  addCleanupSource as addSourceRecipe,
  removeCleanupSource as removeSourceRecipe,
} from "../../../pipeline/edits/cleanupSources";
import { editing } from "../editing";
import { isThere } from "./fields";

/** Lets a Cleanup step delete what another step wrote; it waits for that step from then on. */
export const addCleanupSource = editing<{ readonly step: string; readonly source: string }>({
  id: "cleanup.addSource",
  group: "Fields",
  palette: false,
  label: (_, { step, source }) => `${step} cleans up after ${source}`,
  when: isThere,
  recipe: (_, { step, source }) => addSourceRecipe(step, source),
  done: (_, { step, source }) => `${step} cleans up after ${source}.`,
});

export const removeCleanupSource = editing<{ readonly step: string; readonly source: string; readonly index: number }>({
  id: "cleanup.removeSource",
  group: "Fields",
  palette: false,
  label: (_, { step, source }) => `${step} no longer cleans up after ${source}`,
  when: isThere,
  recipe: (_, { step, index }) => removeSourceRecipe(step, index),
  done: (_, { source }) => `${source} is no source any more.`,
});
