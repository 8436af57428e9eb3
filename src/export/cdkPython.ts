import type { Choices, ExportSource, ExportWriter } from "./form";
import { type Asked, askedOf, lossesOf } from "./infrastructure/choices";
import { escapedForTemplate, objectOf, pythonText, quotedText } from "./infrastructure/code";
import { kebab, pascal } from "./infrastructure/names";
import { trust } from "./policy/policy";

/** A stack of the AWS CDK in Python. */
export const cdkPython = {
  write: (source: ExportSource, choices: Choices) => programOf(askedOf(source, choices)),
  losses: lossesOf,
} satisfies ExportWriter;

function programOf(asked: Asked): string {
  const stack = `${pascal(asked.name)}Stack`;
  return `from aws_cdk import App, CfnParameter, Stack
${asked.policy === null ? "" : "from aws_cdk import aws_iam as iam\n"}from aws_cdk import aws_sagemaker as sagemaker
${asked.schedule === null ? "" : "from aws_cdk import aws_scheduler as scheduler\n"}from constructs import Construct

DEFINITION = ${pythonText(escapedForTemplate(asked.parts))}


class ${stack}(Stack):
    def __init__(self, scope: Construct, construct_id: str, **kwargs) -> None:
        super().__init__(scope, construct_id, **kwargs)

${roleOf(asked)}        definition = DEFINITION
${asked.mappings.map(({ name, literal }) => filled(name, literal)).join("")}        pipeline = sagemaker.CfnPipeline(
            self,
            "Pipeline",
            pipeline_name=${quotedText(asked.name)},
            role_arn=${asked.policy === null ? "pipeline_role_arn.value_as_string" : "role.attr_arn"},
            pipeline_definition={"PipelineDefinitionBody": definition},
${tagsOf(asked)}        )
${asked.policy === null ? "" : "        pipeline.add_dependency(policy)\n"}${scheduleOf(asked)}

app = App()
${stack}(app, ${quotedText(kebab(asked.name))})
app.synth()
`;
}

function roleOf({ policy }: Asked): string {
  if (policy === null)
    return `        pipeline_role_arn = CfnParameter(
            self,
            "PipelineRoleArn",
            type="String",
            description="ARN of the role that the pipeline runs with",
        )
`;
  return `        role = iam.CfnRole(
            self,
            "PipelineRole",
            assume_role_policy_document=${objectOf(trust, "", "            ")},
        )
        policy = iam.CfnRolePolicy(
            self,
            "PipelinePolicy",
            role_name=role.ref,
            policy_name="pipeline",
            policy_document=${objectOf(policy, "role.attr_arn", "            ")},
        )
`;
}

function scheduleOf({ schedule }: Asked): string {
  if (schedule === null) return "";
  const role =
    schedule.role === null
      ? 'CfnParameter(\n                    self, "ScheduleRoleArn", type="String"\n                ).value_as_string'
      : quotedText(schedule.role);
  return `        scheduler.CfnSchedule(
            self,
            "Schedule",
            schedule_expression=${quotedText(schedule.expression)},
            flexible_time_window={"mode": "OFF"},
            target={
                "arn": self.format_arn(
                    service="sagemaker", resource="pipeline", resource_name=pipeline.ref
                ),
                "roleArn": ${role},
            },
        )
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
