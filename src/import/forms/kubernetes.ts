import { asJson, member, nodesIn, type SourceNode, textIn } from "../source/sourceNode";
import type { Finding, Findings, ImportForm } from "./form";

/** A resource of Kubernetes that makes a pipeline: of AWS's controller (ACK), or Crossplane's. */
export const kubernetes: ImportForm = {
  id: "kubernetes",
  find(node): Findings | null {
    if (textIn(member(node, "kind")) === null || member(node, "apiVersion") === undefined) return null;
    const own = textIn(member(member(node, "metadata"), "name"));
    const found = [...nodesIn(node)].flatMap((one) => findingIn(one, own));
    const kind = textIn(member(node, "kind"));
    const message = `This is a Kubernetes resource of kind ${kind}; it has no pipelineDefinition.`;
    return { label: "a Kubernetes resource", found, elsewhere: { message, at: node.from } };
  },
};

function findingIn(node: SourceNode, own: string | null): readonly Finding[] {
  const given = member(node, "pipelineDefinition");
  const json = given?.kind === "text" ? given.mapped : given?.kind === "object" ? asJson(given) : null;
  const name = textIn(member(node, "pipelineName")) ?? own;
  return json === null ? [] : [{ name, what: "its pipelineDefinition", json }];
}
