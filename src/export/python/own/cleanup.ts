import { get, isList, text, type Value } from "../../../pipeline/definition/value";
import { type Expr, list } from "../layout";
import type { OwnClass, Writing } from "../sdk";
import { hasKeys } from "../stepParts";
import { operand } from "./operands";

/** Version 3's own: it waits for each step that it cleans up after. */
export const cleanup: OwnClass = {
  takes: [],
  properties: () => null,
  write({ args, step }, writing) {
    const sources = get(get(args, "Resources"), "S3");
    if (!hasKeys(args, "Resources") || !hasKeys(get(args, "Resources"), "S3") || !isList(sources)) return null;
    const waits = get(step, "DependsOn");
    const names = isList(waits) ? waits.map((wait) => text(wait) ?? text(get(wait, "Step"))) : [];
    if (sources.some((source) => !names.includes(text(get(source, "StepName"))))) return null;
    const written = sources.map((source) => sourceOf(source, writing));
    if (written.length === 0 || !written.every((source) => source !== null)) return null;
    return { of: "CleanupStep", args: [["s3_sources", list(written)]] };
  },
};

function sourceOf(source: Value, writing: Writing): Expr | null {
  const variable = writing.variables.get(text(get(source, "StepName")) ?? "");
  const uris = get(source, "S3Uris");
  if (variable === undefined || !hasKeys(source, "StepName", "S3Uris?")) return null;
  if (uris === undefined) return writing.make("S3CleanupSource", ["step", variable]);
  if (!isList(uris) || uris.length === 0) return null;
  const written = uris.map((uri) => operand(uri, "text", writing));
  return written.every((uri) => uri !== null)
    ? writing.make("S3CleanupSource", ["step", variable], ["s3_uris", list(written)])
    : null;
}
