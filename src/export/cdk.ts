import type { Choices, ExportSource, ExportWriter } from "./form";
import { type Asked, askedOf, lossesOf } from "./infrastructure/choices";
import { escapedForTemplate, objectOf, quotedText, typescriptTemplate } from "./infrastructure/code";
import { kebab, pascal } from "./infrastructure/names";
import { trust } from "./policy/policy";

/** A stack of the AWS CDK in TypeScript. The definition is text: as an object JavaScript would put "2" before "10" and print 2.0 as 2. */
export const cdk = {
  write: (source: ExportSource, choices: Choices) => programOf(askedOf(source, choices)),
  losses: lossesOf,
} satisfies ExportWriter;

function programOf(asked: Asked): string {
  const stack = `${pascal(asked.name)}Stack`;
  return `import * as cdk from "aws-cdk-lib";
${asked.policy === null ? "" : 'import * as iam from "aws-cdk-lib/aws-iam";\n'}import * as sagemaker from "aws-cdk-lib/aws-sagemaker";
${asked.schedule === null ? "" : 'import * as scheduler from "aws-cdk-lib/aws-scheduler";\n'}import type { Construct } from "constructs";

${definitionOf(asked)}

export class ${stack} extends cdk.Stack {
  constructor(scope: Construct, id: string, props?: cdk.StackProps) {
    super(scope, id, props);

${roleOf(asked)}    const pipeline = new sagemaker.CfnPipeline(this, "Pipeline", {
      pipelineName: ${quotedText(asked.name)},
      roleArn: ${asked.policy === null ? "pipelineRoleArn.valueAsString" : "role.attrArn"},
      pipelineDefinition: {
        PipelineDefinitionBody: ${definitionUsed(asked)},
      },
${tagsOf(asked)}    });
${asked.policy === null ? "" : "    pipeline.addDependency(policy);\n"}${scheduleOf(asked)}  }
}

const app = new cdk.App();
new ${stack}(app, ${quotedText(kebab(asked.name))});
`;
}

function roleOf({ policy }: Asked): string {
  if (policy === null)
    return `    const pipelineRoleArn = new cdk.CfnParameter(this, "PipelineRoleArn", {
      type: "String",
      description: "ARN of the role that the pipeline runs with",
    });
`;
  return `    const role = new iam.CfnRole(this, "PipelineRole", {
      assumeRolePolicyDocument: ${objectOf(trust, "", "      ")},
    });
    const policy = new iam.CfnRolePolicy(this, "PipelinePolicy", {
      roleName: role.ref,
      policyName: "pipeline",
      policyDocument: ${objectOf(policy, "role.attrArn", "      ")},
    });
`;
}

function scheduleOf({ schedule }: Asked): string {
  if (schedule === null) return "";
  const role =
    schedule.role === null
      ? 'new cdk.CfnParameter(this, "ScheduleRoleArn", { type: "String" }).valueAsString'
      : quotedText(schedule.role);
  return `    new scheduler.CfnSchedule(this, "Schedule", {
      scheduleExpression: ${quotedText(schedule.expression)},
      flexibleTimeWindow: { mode: "OFF" },
      target: {
        arn: this.formatArn({ service: "sagemaker", resource: "pipeline", resourceName: pipeline.ref }),
        roleArn: ${role},
      },
    });
`;
}

function definitionOf({ parts, mappings }: Asked): string {
  const template = typescriptTemplate(escapedForTemplate(parts), ({ name }) => `values.${name}`);
  if (mappings.length === 0) return `const definition = ${template};`;
  const type = mappings.map(({ name }) => `${name}: string`).join("; ");
  return `const definitionWith = (values: { ${type} }) => ${template};`;
}

function definitionUsed({ mappings }: Asked): string {
  if (mappings.length === 0) return "definition";
  const values = mappings.map(({ name, literal }) => {
    const options = `{ type: "String", default: ${quotedText(literal)} }`;
    return `          ${name}: new cdk.CfnParameter(this, "${name}", ${options}).valueAsString,\n`;
  });
  return `definitionWith({\n${values.join("")}        })`;
}

function tagsOf({ tags }: Asked): string {
  if (tags.length === 0) return "";
  const lines = tags.map(({ key, value }) => `        { key: ${quotedText(key)}, value: ${quotedText(value)} },\n`);
  return `      tags: [\n${lines.join("")}      ],\n`;
}
