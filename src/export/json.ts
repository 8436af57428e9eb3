import { serialise } from "../pipeline/definition/serialise";
import type { ExportForm } from "./form";

/** The definition itself, as it was. */
export const json: ExportForm = {
  id: "json",
  label: "JSON",
  extension: ".json",
  mediaType: "application/json",
  loses: null,
  write: ({ definition }) => `${serialise(definition, 2)}\n`,
};
