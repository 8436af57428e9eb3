/** What edits leave behind, in few words. */
import type { PipelineDocument } from "../pipeline/definition/document";
import { get } from "../pipeline/definition/value";
import { deriveGraph } from "../pipeline/graph/deriveGraph";
import { listSteps, stepAt } from "../pipeline/graph/stepTree";
import { read } from "./steps";

/** Reads an output that a step declares. */
export const outputOf = (step: string, output = "path") => read(`Steps.${step}.OutputParameters['${output}']`);

export function names(document: PipelineDocument): string[] {
  return listSteps(document.definition).map(({ key }) => key);
}

/** `A data+order B` */
export function edges(document: PipelineDocument): string[] {
  return deriveGraph(document.definition).edges.map(
    ({ from, to, reasons }) => `${from} ${reasons.map(({ kind }) => kind).join("+")} ${to}`,
  );
}

export function args(document: PipelineDocument, key: string) {
  return get(stepAt(document.definition, key).step, "Arguments");
}
