/** What a definition can be written as: the Export dialog, the palette and `stepwire export --to` offer these, and nothing else. */
import type { ExportForm } from "./form";
import { json } from "./json";

/** The definition itself comes with the page: it must be at hand when the server is gone. */
export const jsonForm: ExportForm = {
  id: "json",
  label: "JSON",
  group: "Definition",
  about: "What SageMaker takes, every number and key as it was.",
  extensions: [".json"],
  mediaType: "application/json",
  syntax: "json",
  options: [],
  comesBack: true,
  load: async () => json,
};

export const exportForms: readonly ExportForm[] = [jsonForm];
