import { asJson, member, memberAt, type SourceNode, textIn } from "../source/sourceNode";
import type { Finding, Findings, ImportForm } from "./form";

/** What DescribePipeline and DescribePipelineDefinitionForExecution answer, what CreatePipeline and UpdatePipeline are given. */
export const answer: ImportForm = {
  id: "answer",
  find(node): Findings | null {
    const given = member(node, "PipelineDefinition");
    const location = member(node, "PipelineDefinitionS3Location");
    if (given === undefined && location !== undefined) {
      const [bucket, key] = [memberAt(location, "Bucket"), memberAt(location, "ObjectKey")].map((one) => textIn(one));
      const message = `This is ${labelOf(node)} that names a definition in S3. Run \`aws s3 cp s3://${bucket}/${key} .\` and open what it downloads.`;
      return { label: labelOf(node), found: [], elsewhere: { message, at: location.from } };
    }
    const json = given?.kind === "text" ? given.mapped : given?.kind === "object" ? asJson(given) : null;
    if (json === null) return null;
    const found: Finding = { name: textIn(member(node, "PipelineName")), what: "its PipelineDefinition", json };
    return { label: labelOf(node), found: [found], elsewhere: null };
  },
};

function labelOf(node: SourceNode): string {
  const has = (key: string) => member(node, key) !== undefined;
  if (has("PipelineStatus") || has("PipelineArn")) return "an answer of DescribePipeline";
  if (has("CreationTime")) return "an answer of DescribePipelineDefinitionForExecution";
  return has("ClientRequestToken") ? "an input of CreatePipeline" : "an input of CreatePipeline or UpdatePipeline";
}
