import type { Choices, ExportSource, ExportWriter } from "./form";
import { type Asked, askedOf, lossesOf } from "./infrastructure/choices";
import { escapedForTemplate, pythonText, quotedText } from "./infrastructure/code";
import { kebab, pascal } from "./infrastructure/names";

/** A stack of the AWS CDK in Python. */
export const cdkPython = {
  write: (source: ExportSource, choices: Choices) => programOf(askedOf(source, choices)),
  losses: lossesOf,
} satisfies ExportWriter;

function programOf(asked: Asked): string {
  const stack = `${pascal(asked.name)}Stack`;
  return `from aws_cdk import App, CfnParameter, Stack
from aws_cdk import aws_sagemaker as sagemaker
from constructs import Construct

DEFINITION = ${pythonText(escapedForTemplate(asked.parts))}


class ${stack}(Stack):
    def __init__(self, scope: Construct, construct_id: str, **kwargs) -> None:
        super().__init__(scope, construct_id, **kwargs)

        pipeline_role_arn = CfnParameter(
            self,
            "PipelineRoleArn",
            type="String",
            description="ARN of the role that the pipeline runs with",
        )
        definition = DEFINITION
${asked.mappings.map(({ name, literal }) => filled(name, literal)).join("")}        sagemaker.CfnPipeline(
            self,
            "Pipeline",
            pipeline_name=${quotedText(asked.name)},
            role_arn=pipeline_role_arn.value_as_string,
            pipeline_definition={"PipelineDefinitionBody": definition},
${tagsOf(asked)}        )


app = App()
${stack}(app, ${quotedText(kebab(asked.name))})
app.synth()
`;
}

function filled(name: string, literal: string): string {
  return `        definition = definition.replace(
            "\${${name}}",
            CfnParameter(
                self, "${name}", type="String", default=${quotedText(literal)}
            ).value_as_string,
        )
`;
}

function tagsOf({ tags }: Asked): string {
  if (tags.length === 0) return "";
  const lines = tags.map(
    ({ key, value }) => `                {"key": ${quotedText(key)}, "value": ${quotedText(value)}},\n`,
  );
  return `            tags=[\n${lines.join("")}            ],\n`;
}
