/** The pipelines that the start page offers beside the reference scenario: each opens without a problem, and runs locally at once. */
import { createDocument, type PipelineDocument } from "../../pipeline/definition/document";
import { parseDefinition } from "../../pipeline/definition/parse";
import { loadPart } from "./loadPart";

export interface Template {
  /** Also the name of its definition and of its pictures (`public/templates/ID-light.svg`). */
  readonly id: string;
  readonly title: string;
  readonly summary: string;
}

export const templates: readonly Template[] = [
  {
    id: "evaluate-and-register",
    title: "Process, train, evaluate, register",
    summary: "The model is registered where its error is small enough; otherwise the run fails and says why.",
  },
  {
    id: "batch-inference",
    title: "Batch inference",
    summary: "Cleans a batch of data, scores it with a model that is there, and says where the scores lie.",
  },
  {
    id: "tuning-with-a-gate",
    title: "Tuning with a gate",
    summary: "Twenty trainings look for the best hyperparameters; only a model that is good enough is registered.",
  },
  {
    id: "for-each-region",
    title: "For each region",
    summary: "A loop prepares and trains in each region of a list, and the best of its models is published.",
  },
  {
    id: "approval-by-a-person",
    title: "Approval by a person",
    summary:
      "A callback waits until someone answers; what is approved is registered, what is rejected fails with their words.",
  },
  {
    id: "data-quality-check",
    title: "Data quality check",
    summary:
      "New data is checked against the baseline before it is trained on; the model keeps the baseline that was used.",
  },
  {
    id: "fine-tune-and-evaluate",
    title: "Fine-tune and evaluate",
    summary:
      "Fine-tunes a base model on prompts, compares it with the base on held-out ones, and registers it if it won.",
  },
];

const texts = import.meta.glob<string>("./templateDefinitions/*.json", { query: "?raw", import: "default" });

/** A template as a document of the id that is given; its steps find their places when it is shown. Rejects where there is no such template. */
export async function openTemplate({ id }: Template): Promise<(documentId: string) => PipelineDocument> {
  const load = texts[`./templateDefinitions/${id}.json`];
  if (load === undefined) throw new Error(`There is no template ${id}.`);
  const parsed = parseDefinition(await loadPart(load));
  if (!parsed.ok) throw new Error(`The template ${id} cannot be read.`);
  return (documentId) => createDocument(documentId, id, parsed.value);
}
