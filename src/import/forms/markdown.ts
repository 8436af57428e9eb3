import { whyNotPipelineName } from "../../pipeline/definition/pipelineName";
import { member, textIn } from "../source/sourceNode";
import type { Findings, ImportForm } from "./form";

/** A README or a report: definitions in its blocks of code. Its first heading is taken for the pipeline's name where it can be one. */
export const markdown: ImportForm = {
  id: "markdown",
  find(node, open): Findings | null {
    const blocks = member(node, "blocks");
    if (blocks?.kind !== "list") return null;
    const title = textIn(member(node, "title"))?.replace(/\\(?=[!-/:-@[-`{-~])/g, "") ?? null;
    const name = title !== null && whyNotPipelineName(title) === null ? title : null;
    const found = blocks.items.flatMap((block) => {
      const inside = block.kind === "text" ? open(block.mapped) : null;
      return (inside?.found ?? []).map((finding) => ({ ...finding, name: finding.name ?? name }));
    });
    const message =
      "No block of code in this Markdown file holds a definition. Put its JSON between ```json and ``` and open it again.";
    return { label: "a Markdown file", found, elsewhere: { message, at: node.from } };
  },
};
