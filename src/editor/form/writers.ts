/** What of the document a visit to a control writes, by its value. */
import type { PipelineTag } from "../../pipeline/definition/document";
import type { Path } from "../../pipeline/definition/path";
import type { ObjectValue, Value } from "../../pipeline/definition/value";
import { setDefinition, setSettings } from "../../pipeline/edits/document";
import type { Recipe } from "../../pipeline/edits/edit";
import { setExperiment } from "../../pipeline/edits/experiment";
import { removeField, setField } from "../../pipeline/edits/fields";
import { setMlflow } from "../../pipeline/edits/mlflow";
import { setSample, setSimulatedValue, setStepFails } from "../../pipeline/edits/samples";
import { setSelector } from "../../pipeline/edits/selector";
import { keyOrder } from "../../pipeline/schema/keyOrder";
import type { StepFailure } from "../../pipeline/steps/runs/values/stepSample";
import type { Selector } from "../../pipeline/steps/selector";
import type { FieldItem, FieldSource } from "./item";

export type Writer<V> = (value: V) => Recipe;

/**
 * A field of a step. Nothing takes out what stands there: a member's key goes, a required text and an element stay as empty text; no
 * text is nothing for an optional member.
 */
export function fieldWriter(step: string, source: FieldSource, item: FieldItem): Writer<Value | undefined> {
  const set = (value: Value) => setField(step, item.path, value, keyOrder(source.model, source.stepType));
  return (value) => {
    if (value === undefined) return staysAsText(item) ? set("") : removeField(step, item.path);
    const goes = value === "" && !item.required && item.onEmpty === "remove";
    return goes ? removeField(step, item.path) : set(value);
  };
}

/** True for a field that is never without a value: emptied, it is "". */
export function staysAsText({ onEmpty, required, shape }: FieldItem): boolean {
  return onEmpty === "keep" || (required && shape.kind === "string");
}

export const definitionWriter: Writer<ObjectValue> = setDefinition;

export const parallelismWriter: Writer<number | undefined> = (maxParallelSteps) => setSettings({ maxParallelSteps });

/** None at all once there were some: those that were deployed from here are taken away. */
export const tagsWriter: Writer<readonly PipelineTag[]> = (tags) => setSettings({ tags });

/** "" takes the name away. */
export function experimentWriter(member: "ExperimentName" | "TrialName"): Writer<Value> {
  return (name) => setExperiment(member, name);
}

export function mlflowWriter(member: "MlflowResourceArn" | "MlflowExperimentName"): Writer<Value> {
  return (value) => setMlflow(member, value);
}

export function sampleWriter(step: string, path: Path, iteration: number | null): Writer<Value | null> {
  return (value) => setSample(step, path, value, iteration);
}

export function failureWriter(step: string, iteration: number | null): Writer<StepFailure | null> {
  return (failure) => setStepFails(step, failure, iteration);
}

export function simulatedValueWriter(parameter: string): Writer<string> {
  return (text) => setSimulatedValue(parameter, text);
}

export function selectorWriter(step: string): Writer<Selector | null> {
  return (selector) => setSelector(step, selector);
}
