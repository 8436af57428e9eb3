import type { Choices, ExportSource, ExportWriter } from "./form";
import { type Asked, askedOf, lossesOf } from "./infrastructure/choices";
import { quotedHcl, templateHcl } from "./infrastructure/hcl";
import { snake } from "./infrastructure/names";

/** Code for Terraform; the definition stands in it as a heredoc: `jsonencode` would sort its keys and print 2.0 as 2. */
export const terraform = {
  write: (source: ExportSource, choices: Choices) => `${codeOf(askedOf(source, choices)).join("\n\n")}\n`,
  losses: lossesOf,
} satisfies ExportWriter;

function codeOf(asked: Asked): readonly string[] {
  const { name, parts, mappings, tags } = asked;
  const definition = templateHcl(parts, ({ name }) => `var.${snake(name)}`)
    .split("\n")
    .map((line) => `    ${line}`)
    .join("\n");
  return [
    'terraform {\n  required_providers {\n    aws = {\n      source = "hashicorp/aws"\n    }\n  }\n}',
    variableBlock("pipeline_name", "What the pipeline is called.", name),
    variableBlock("pipeline_role_arn", "ARN of the role that the pipeline runs with.", null),
    ...mappings.map(({ name, literal }) => variableBlock(snake(name), "Stands in the definition.", literal)),
    [
      `resource "aws_sagemaker_pipeline" ${quotedHcl(snake(name))} {`,
      "  pipeline_name         = var.pipeline_name",
      "  pipeline_display_name = var.pipeline_name",
      "  role_arn              = var.pipeline_role_arn",
      "",
      `  pipeline_definition = <<-JSON\n${definition}\n  JSON`,
      ...(tags.length === 0 ? [] : ["", "  tags = {", ...tagLines(tags), "  }"]),
      "}",
    ].join("\n"),
  ];
}

function tagLines(tags: Asked["tags"]): readonly string[] {
  const keys = tags.map(({ key }) => quotedHcl(key));
  const longest = Math.max(...keys.map((key) => [...key].length));
  return tags.map(({ value }, index) => {
    const key = keys[index] ?? "";
    return `    ${key}${" ".repeat(longest - [...key].length)} = ${quotedHcl(value)}`;
  });
}

function variableBlock(name: string, description: string, byDefault: string | null): string {
  const lines = [
    `variable "${name}" {`,
    `  description = ${quotedHcl(description)}`,
    "  type        = string",
    ...(byDefault === null ? [] : [`  default     = ${quotedHcl(byDefault)}`]),
    "}",
  ];
  return lines.join("\n");
}
