import type { Choices, ExportSource, ExportWriter } from "./form";
import { type Asked, askedOf, lossesOf } from "./infrastructure/choices";
import { objectOf, pythonText, quotedText } from "./infrastructure/code";
import { kebab } from "./infrastructure/names";
import { type Policy, trust } from "./policy/policy";

/** A program for Pulumi in Python. */
export const pulumiPython = {
  write: (source: ExportSource, choices: Choices) => programOf(askedOf(source, choices)),
  losses: lossesOf,
} satisfies ExportWriter;

function programOf({ name, parts, mappings, tags, policy }: Asked): string {
  const values = mappings.map(
    ({ name, literal }) =>
      `definition = definition.replace(\n    "\${${name}}", config.get("${name}") or ${quotedText(literal)}\n)\n`,
  );
  const tagLines = tags.map(({ key, value }) => `        ${quotedText(key)}: ${quotedText(value)},\n`);
  return `${policy === null ? "" : "import json\n\n"}import pulumi
import pulumi_aws as aws

config = pulumi.Config()
definition = ${pythonText(parts)}
${values.join("")}
${policy === null ? "" : roleOf(policy)}pipeline = aws.sagemaker.Pipeline(
    ${quotedText(kebab(name))},
    pipeline_name=${quotedText(name)},
    pipeline_display_name=${quotedText(name)},
    role_arn=${policy === null ? 'config.require("pipelineRoleArn")' : "role.arn"},
    pipeline_definition=definition,
${tagLines.length === 0 ? "" : `    tags={\n${tagLines.join("")}    },\n`}${policy === null ? "" : "    opts=pulumi.ResourceOptions(depends_on=[policy]),\n"})

pulumi.export("pipelineArn", pipeline.arn)
`;
}

function roleOf(policy: Policy): string {
  return `role = aws.iam.Role(
    "pipeline",
    assume_role_policy=json.dumps(${objectOf(trust, "", "    ")}),
)
policy = aws.iam.RolePolicy(
    "pipeline",
    role=role.id,
    policy=pulumi.Output.json_dumps(${objectOf(policy, "role.arn", "    ")}),
)

`;
}
