import type { ObjectValue } from "../../../pipeline/definition/value";
import { setDefinition } from "../../../pipeline/edits/document";
import { editing } from "../editing";

interface Restored {
  /** What it is called: "Version 3 of Local region". */
  readonly from: string;
  readonly definition: ObjectValue;
}

/** Puts the definition of another version in the place of this one: what both have keeps its place on the canvas. */
export const restore = editing<Restored>({
  id: "pipeline.restore",
  group: "Pipeline",
  palette: false,
  label: (_, { from }) => `Restore ${from}`,
  recipe: (_, { definition }) => setDefinition(definition),
  done: (_, { from }) => `${from} is restored. Deploy it to have it run.`,
  offer: "undo",
});
