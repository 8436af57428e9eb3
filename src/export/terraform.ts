import type { Choices, ExportSource, ExportWriter } from "./form";
import { type Asked, askedOf, lossesOf } from "./infrastructure/choices";
import { quotedHcl, templateHcl } from "./infrastructure/hcl";
import { snake } from "./infrastructure/names";
import { itself, type Policy, trust } from "./policy/policy";

/** Code for Terraform; the definition stands in it as a heredoc: `jsonencode` would sort its keys and print 2.0 as 2. */
export const terraform = {
  write: (source: ExportSource, choices: Choices) => `${codeOf(askedOf(source, choices)).join("\n\n")}\n`,
  losses: lossesOf,
} satisfies ExportWriter;

function codeOf(asked: Asked): readonly string[] {
  const { name, parts, mappings, tags, policy, schedule } = asked;
  const label = snake(name);
  return [
    'terraform {\n  required_providers {\n    aws = {\n      source = "hashicorp/aws"\n    }\n  }\n}',
    variableBlock("pipeline_name", "What the pipeline is called.", name),
    ...(policy === null
      ? [variableBlock("pipeline_role_arn", "ARN of the role that the pipeline runs with.", null)]
      : []),
    ...(schedule === null
      ? []
      : [variableBlock("schedule_role_arn", "ARN of the role that starts the pipeline.", schedule.role)]),
    ...mappings.map(({ name, literal }) => variableBlock(snake(name), "Stands in the definition.", literal)),
    ...(policy === null ? [] : roleBlocks(policy, label)),
    [
      `resource "aws_sagemaker_pipeline" "${label}" {`,
      "  pipeline_name         = var.pipeline_name",
      "  pipeline_display_name = var.pipeline_name",
      `  role_arn              = ${policy === null ? "var.pipeline_role_arn" : `aws_iam_role.${label}.arn`}`,
      "",
      `  pipeline_definition = ${heredoc(templateHcl(parts, ({ name }) => `var.${snake(name)}`))}`,
      ...(tags.length === 0 ? [] : ["", "  tags = {", ...tagLines(tags), "  }"]),
      ...(policy === null ? [] : ["", `  depends_on = [aws_iam_role_policy.${label}]`]),
      "}",
    ].join("\n"),
    ...(schedule === null ? [] : [scheduleBlock(schedule.expression, label)]),
  ];
}

function heredoc(json: string): string {
  return `<<-JSON\n${json.replace(/^/gm, "    ")}\n  JSON`;
}

function roleBlocks(policy: Policy, label: string): readonly string[] {
  const document = templateHcl([JSON.stringify(policy, null, 2)], () => "").replaceAll(
    itself,
    `\${aws_iam_role.${label}.arn}`,
  );
  return [
    `resource "aws_iam_role" "${label}" {\n  assume_role_policy = ${heredoc(JSON.stringify(trust, null, 2))}\n}`,
    `resource "aws_iam_role_policy" "${label}" {\n  role   = aws_iam_role.${label}.id\n  policy = ${heredoc(document)}\n}`,
  ];
}

function scheduleBlock(expression: string, label: string): string {
  return `resource "aws_scheduler_schedule" "${label}" {
  schedule_expression = ${quotedHcl(expression)}

  flexible_time_window {
    mode = "OFF"
  }

  target {
    arn      = aws_sagemaker_pipeline.${label}.arn
    role_arn = var.schedule_role_arn
  }
}`;
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
