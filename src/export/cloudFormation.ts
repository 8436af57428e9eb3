import type { Choices, ExportSource, ExportWriter } from "./form";
import { type Asked, askedOf, lossesOf } from "./infrastructure/choices";
import { escapedForTemplate } from "./infrastructure/code";
import { pascal } from "./infrastructure/names";
import { together, withEscapes } from "./infrastructure/parts";
import { type Tree, yamlOf } from "./infrastructure/yaml";

/** A template of CloudFormation; the definition stands in it as text, readable in YAML. */
export const cloudFormation = {
  write(source: ExportSource, choices: Choices): string {
    const template = templateOf(askedOf(source, choices));
    return choices.extension === ".json" ? `${JSON.stringify(template, null, 2)}\n` : yamlOf(template);
  },
  losses: lossesOf,
} satisfies ExportWriter;

interface Template {
  readonly [key: string]: Tree;
}

function templateOf(asked: Asked): Template {
  const { name, mappings, tags } = asked;
  return {
    AWSTemplateFormatVersion: "2010-09-09",
    Description: `The SageMaker pipeline ${name}`.slice(0, 1024),
    Parameters: {
      PipelineRoleArn: {
        Type: "String",
        Description: "ARN of the role that the pipeline runs with",
        AllowedPattern: "^arn:aws[a-z-]*:iam::[0-9]{12}:role/.+$",
      },
      MaxParallelSteps: {
        Type: "Number",
        Description: "How many steps run at the same time; 0 for as many as SageMaker allows",
        Default: 0,
        MinValue: 0,
      },
      ...Object.fromEntries(mappings.map((mapping) => [mapping.name, { Type: "String", Default: mapping.literal }])),
    },
    Conditions: { HasParallelism: { "Fn::Not": [{ "Fn::Equals": [{ Ref: "MaxParallelSteps" }, 0] }] } },
    Resources: {
      [`${pascal(name).slice(0, 240)}Pipeline`]: {
        Type: "AWS::SageMaker::Pipeline",
        Properties: {
          PipelineName: name,
          RoleArn: { Ref: "PipelineRoleArn" },
          ParallelismConfiguration: {
            "Fn::If": [
              "HasParallelism",
              { MaxParallelExecutionSteps: { Ref: "MaxParallelSteps" } },
              { Ref: "AWS::NoValue" },
            ],
          },
          PipelineDefinition: { PipelineDefinitionBody: bodyOf(asked) },
          ...(tags.length > 0 && { Tags: tags.map(({ key, value }) => ({ Key: key, Value: value })) }),
        },
      },
    },
  };
}

/** CloudFormation fills in `${…}` in what `Fn::Sub` is given. */
function bodyOf(asked: Asked): Tree {
  const parts = escapedForTemplate(asked.parts);
  if (asked.mappings.length === 0)
    return `${together(
      parts,
      (json) => json,
      () => "",
    )}\n`;
  const text = (json: string) => withEscapes(json, /\$(?=\{)/g);
  return { "Fn::Sub": `${together(parts, text, ({ name }) => `\${${name}}`)}\n` };
}
