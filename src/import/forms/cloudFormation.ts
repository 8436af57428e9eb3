import type { MappedText } from "../source/mappedText";
import {
  asJson,
  entriesOf,
  filledText,
  member,
  memberAt,
  type SourceEntry,
  type SourceNode,
  textIn,
} from "../source/sourceNode";
import type { Elsewhere, Finding, Findings, ImportForm } from "./form";
import { functionOf, resolved, textOf } from "./intrinsics";

const type = "AWS::SageMaker::Pipeline";

/** Templates of CloudFormation, of SAM, and those that the CDK synthesises; also inside another file, as in `serverless.yml`. */
export const cloudFormation: ImportForm = {
  id: "cloudformation",
  find(node): Findings | null {
    const resources = resourcesIn(node, 0);
    if (resources === null) return null;
    const pipelines = resources.filter(({ value }) => textIn(member(value, "Type")) === type);
    const read = pipelines.map(readPipeline);
    const found = read.flatMap((one) => ("json" in one ? [one] : []));
    const elsewhere = read.find((one): one is Elsewhere => "message" in one) ?? {
      message: `This CloudFormation template has no resource of type ${type}: there is no pipeline in it.`,
      at: node.from,
    };
    return { label: "a CloudFormation template", found, elsewhere };
  },
};

/** The resources of a template; null where the node is none. */
function resourcesIn(node: SourceNode, depth: number): readonly SourceEntry[] | null {
  const resources = entriesOf(member(node, "Resources"));
  if (resources.some(({ value }) => /^(AWS|Alexa|Custom)::/.test(textIn(member(value, "Type")) ?? "")))
    return resources;
  if (member(node, "AWSTemplateFormatVersion") !== undefined) return resources;
  // serverless.yml has it below `resources`.
  return depth === 0
    ? (entriesOf(node)
        .map(({ value }) => resourcesIn(value, 1))
        .find((one) => one !== null) ?? null)
    : null;
}

function readPipeline({ key, from, value }: SourceEntry): Finding | Elsewhere {
  const properties = member(value, "Properties");
  const definition = member(properties, "PipelineDefinition");
  const body = member(definition, "PipelineDefinitionBody");
  const json = body === undefined ? null : bodyOf(body);
  if (json === null) return { message: whyNone(key, definition), at: definition?.from ?? from };
  const named = member(properties, "PipelineName");
  return {
    name: filledText(named === undefined ? null : textOf(named)?.text) ?? key,
    what: `the body of ${key}`,
    json,
  };
}

/** A text, functions that give one, or, against the letter of the schema, the definition itself. */
function bodyOf(body: SourceNode): MappedText | null {
  const called = functionOf(body);
  if (called?.name === "Fn::ToJsonString") return asJson(resolved(called.argument));
  return body.kind === "object" && called === null ? asJson(resolved(body)) : textOf(body);
}

function whyNone(key: string, definition: SourceNode | undefined): string {
  const location = member(definition, "PipelineDefinitionS3Location") ?? definition;
  const [bucket, file] = [memberAt(location, "Bucket"), memberAt(location, "Key")].map((one) =>
    one === undefined ? null : textOf(one)?.text,
  );
  return bucket == null || file == null
    ? `The pipeline ${key} of this CloudFormation template has no PipelineDefinitionBody.`
    : `The definition of ${key} lies in S3, not in this CloudFormation template. Run \`aws s3 cp s3://${bucket}/${file} .\` and open what it downloads.`;
}
