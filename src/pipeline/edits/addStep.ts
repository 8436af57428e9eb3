import { withName } from "../definition/byName";
import type { PipelineDocument, Position } from "../definition/document";
import { objectOf } from "../definition/value";
import { freeName, stepNames } from "../graph/stepNames";
import { stepTypeOf } from "../steps";
import { editList, type Recipe } from "./edit";

/** The name that `addStep` will give to a new step of a type. */
export function nameForNewStep(document: PipelineDocument, type: string): string {
  return freeName(stepTypeOf(type).label, stepNames(document.definition));
}

/** Adds a step of a type, as its draft, at a place on the canvas. Its name is `nameForNewStep`, unless one is given. */
export function addStep(type: string, position: Position, name?: string): Recipe {
  return (document) => {
    const given = name ?? nameForNewStep(document, type);
    const step = objectOf([["Name", given], ["Type", type], ...Object.entries(stepTypeOf(type).create())]);
    const added = editList(document, ["Steps"], (steps) => [...steps, step]);
    return { ...added, layout: withName(added.layout, given, position) };
  };
}
