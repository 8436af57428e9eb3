import type { TextDocument } from "vscode";
import { isSideFile } from "../pipeline/definition/sideFile";

/** By its name, or by what stands in it. What Stepwire keeps beside a definition is none. */
export function isPipeline({
  uri,
  languageId,
  getText,
}: Pick<TextDocument, "uri" | "languageId" | "getText">): boolean {
  if (isSideFile(uri.path)) return false;
  if (/\.pipeline\.json$/i.test(uri.path)) return true;
  return /^jsonc?$/.test(languageId) && looksLikePipeline(getText());
}

export function looksLikePipeline(text: string): boolean {
  return /"Version"\s*:\s*"2020-12-01"/.test(text) && /"Steps"\s*:\s*\[/.test(text);
}
