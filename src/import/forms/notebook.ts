import { MappedParts, type MappedText } from "../source/mappedText";
import { asJson, itemsOf, member, type SourceNode } from "../source/sourceNode";
import type { Finding, Findings, ImportForm } from "./form";

/** A Jupyter notebook: what its cells printed, not their code. */
export const notebook: ImportForm = {
  id: "notebook",
  find(node, open): Findings | null {
    const cells = member(node, "cells");
    if (cells?.kind !== "list" || member(node, "nbformat") === undefined) return null;
    const found = cells.items.flatMap((cell, index) =>
      itemsOf(member(cell, "outputs")).flatMap((output) => findingsOf(output, `printed in cell ${index + 1}`, open)),
    );
    const message =
      "No cell of this notebook has printed a definition. Run a cell with `print(pipeline.definition())`, save the notebook, and open it again.";
    return { label: "a notebook", found, elsewhere: { message, at: node.from } };
  },
};

function findingsOf(output: SourceNode, where: string, open: Parameters<ImportForm["find"]>[1]): readonly Finding[] {
  const shown = member(output, "data");
  const json = member(shown, "application/json");
  if (member(json, "Steps")?.kind === "list" && json !== undefined)
    return [{ name: null, what: `the definition ${where}`, json: asJson(json) }];
  const text = textOfLines(member(output, "text") ?? member(shown, "text/plain"));
  const inside = text === null ? null : open(text);
  return (inside?.found ?? []).map((finding) => ({ ...finding, what: `${wordOf(finding)} ${where}` }));
}

function wordOf({ what }: Finding): string {
  return what === "the definition in it" ? "the definition" : what.replace(/^its /, "the ");
}

/** A notebook keeps a text as a list of its lines. */
function textOfLines(node: SourceNode | undefined): MappedText | null {
  if (node?.kind === "text") return node.mapped;
  if (node?.kind !== "list") return null;
  const parts = new MappedParts();
  for (const line of node.items) if (line.kind === "text") parts.add(line.mapped);
  return parts.done();
}
