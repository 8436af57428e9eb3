import type { Choices, ExportSource, ExportWriter } from "./form";
import { type Asked, askedOf, lossesOf } from "./infrastructure/choices";
import { pythonText, quotedText } from "./infrastructure/code";
import { kebab } from "./infrastructure/names";

/** A program for Pulumi in Python. */
export const pulumiPython = {
  write: (source: ExportSource, choices: Choices) => programOf(askedOf(source, choices)),
  losses: lossesOf,
} satisfies ExportWriter;

function programOf({ name, parts, mappings, tags }: Asked): string {
  const values = mappings.map(
    ({ name, literal }) =>
      `definition = definition.replace(\n    "\${${name}}", config.get("${name}") or ${quotedText(literal)}\n)\n`,
  );
  const tagLines = tags.map(({ key, value }) => `        ${quotedText(key)}: ${quotedText(value)},\n`);
  return `import pulumi
import pulumi_aws as aws

config = pulumi.Config()
definition = ${pythonText(parts)}
${values.join("")}
pipeline = aws.sagemaker.Pipeline(
    ${quotedText(kebab(name))},
    pipeline_name=${quotedText(name)},
    pipeline_display_name=${quotedText(name)},
    role_arn=config.require("pipelineRoleArn"),
    pipeline_definition=definition,
${tagLines.length === 0 ? "" : `    tags={\n${tagLines.join("")}    },\n`})

pulumi.export("pipelineArn", pipeline.arn)
`;
}
