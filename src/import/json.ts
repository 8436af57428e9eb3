import { parseDefinition } from "../pipeline/definition/parse";
import type { ImportForm } from "./form";

/** A definition itself, as SageMaker stores it. */
export const json: ImportForm = {
  id: "json",
  label: "JSON",
  extensions: [".json"],
  mediaType: "application/json",
  recognise: (text) => /^\uFEFF?\s*\{/.test(text) && /"Steps"\s*:/.test(text),
  read: parseDefinition,
};
