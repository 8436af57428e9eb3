/** What a definition can be written as: the page's Export menu and `stepwire export --to` offer these, and nothing else. */
import type { ExportForm } from "./form";
import { json } from "./json";

export const exportForms: readonly ExportForm[] = [json];

export type { ExportForm } from "./form";
export { json } from "./json";
