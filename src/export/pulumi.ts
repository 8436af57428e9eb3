import type { Choices, ExportSource, ExportWriter } from "./form";
import { type Asked, askedOf, lossesOf } from "./infrastructure/choices";
import { objectOf, quotedText, typescriptTemplate } from "./infrastructure/code";
import { kebab } from "./infrastructure/names";
import { type Policy, trust } from "./policy/policy";

/** A program for Pulumi in TypeScript; what is mapped, and the role, come from its configuration. */
export const pulumi = {
  write: (source: ExportSource, choices: Choices) => programOf(askedOf(source, choices)),
  losses: lossesOf,
} satisfies ExportWriter;

function programOf({ name, parts, mappings, tags, policy }: Asked): string {
  const values = mappings.map(({ name, literal }) => `  ${name}: config.get("${name}") ?? ${quotedText(literal)},\n`);
  const tagLines = tags.map(({ key, value }) => `    ${quotedText(key)}: ${quotedText(value)},\n`);
  return `import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

const config = new pulumi.Config();
${values.length === 0 ? "" : `const values = {\n${values.join("")}};\n`}
const definition = ${typescriptTemplate(parts, ({ name }) => `values.${name}`)};

${policy === null ? "" : roleOf(policy)}const pipeline = new aws.sagemaker.Pipeline(${quotedText(kebab(name))}, {
  pipelineName: ${quotedText(name)},
  pipelineDisplayName: ${quotedText(name)},
  roleArn: ${policy === null ? 'config.require("pipelineRoleArn")' : "role.arn"},
  pipelineDefinition: definition,
${tagLines.length === 0 ? "" : `  tags: {\n${tagLines.join("")}  },\n`}}${policy === null ? "" : ", { dependsOn: [policy] }"});

export const pipelineArn = pipeline.arn;
`;
}

function roleOf(policy: Policy): string {
  return `const role = new aws.iam.Role("pipeline", {
  assumeRolePolicy: JSON.stringify(${objectOf(trust, "", "  ")}),
});
const policy = new aws.iam.RolePolicy("pipeline", {
  role: role.id,
  policy: pulumi.jsonStringify(${objectOf(policy, "role.arn", "  ")}),
});

`;
}
