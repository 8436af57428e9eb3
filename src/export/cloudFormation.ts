import type { Choices, ExportSource, ExportWriter } from "./form";
import { type Asked, askedOf, lossesOf } from "./infrastructure/choices";
import { escapedForTemplate } from "./infrastructure/code";
import { pascal } from "./infrastructure/names";
import { together, withEscapes } from "./infrastructure/parts";
import { type Tree, yamlOf } from "./infrastructure/yaml";
import { itself, type Policy, trust } from "./policy/policy";

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
  const { name, mappings, tags, policy, schedule } = asked;
  const id = `${pascal(name).slice(0, 200)}Pipeline`;
  return {
    AWSTemplateFormatVersion: "2010-09-09",
    Description: `The SageMaker pipeline ${name}`.slice(0, 1024),
    Parameters: {
      ...(policy === null && { PipelineRoleArn: roleParameter("ARN of the role that the pipeline runs with") }),
      ...(schedule?.role === null && { ScheduleRoleArn: roleParameter("ARN of the role that starts the pipeline") }),
      MaxParallelSteps: {
        Type: "Number",
        Description: "How many steps run at the same time; 0 for as many as SageMaker allows",
        Default: 0,
        MinValue: 0,
      },
      ...Object.fromEntries(mappings.map(({ name, literal }) => [name, { Type: "String", Default: literal }])),
    },
    Conditions: { HasParallelism: { "Fn::Not": [{ "Fn::Equals": [{ Ref: "MaxParallelSteps" }, 0] }] } },
    Resources: {
      ...(policy !== null && roleResources(policy)),
      [id]: {
        Type: "AWS::SageMaker::Pipeline",
        ...(policy !== null && { DependsOn: "PipelinePolicy" }),
        Properties: {
          PipelineName: name,
          RoleArn: policy === null ? { Ref: "PipelineRoleArn" } : ownArn,
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
      ...(schedule !== null && { Schedule: scheduleOf(schedule, id) }),
    },
  };
}

function roleParameter(description: string): Tree {
  return { Type: "String", Description: description, AllowedPattern: "^arn:aws[a-z-]*:iam::[0-9]{12}:role/.+$" };
}

const ownArn: Tree = { "Fn::GetAtt": ["PipelineRole", "Arn"] };

/** The policy is a resource of its own: a role cannot name itself. */
function roleResources(policy: Policy): Template {
  const statements = policy.Statement.map((statement) => ({
    ...statement,
    Resource: statement.Resource.map((one): Tree => (one === itself ? ownArn : one)),
  }));
  return {
    PipelineRole: { Type: "AWS::IAM::Role", Properties: { AssumeRolePolicyDocument: trust as unknown as Tree } },
    PipelinePolicy: {
      Type: "AWS::IAM::RolePolicy",
      Properties: {
        RoleName: { Ref: "PipelineRole" },
        PolicyName: "pipeline",
        PolicyDocument: { Version: policy.Version, Statement: statements as unknown as Tree },
      },
    },
  };
}

function scheduleOf({ expression, role }: NonNullable<Asked["schedule"]>, pipeline: string): Tree {
  // biome-ignore lint/suspicious/noTemplateCurlyInString: CloudFormation fills it in.
  const arn = "arn:${AWS::Partition}:sagemaker:${AWS::Region}:${AWS::AccountId}:pipeline/";
  return {
    Type: "AWS::Scheduler::Schedule",
    Properties: {
      ScheduleExpression: expression,
      FlexibleTimeWindow: { Mode: "OFF" },
      Target: { Arn: { "Fn::Sub": `${arn}\${${pipeline}}` }, RoleArn: role ?? { Ref: "ScheduleRoleArn" } },
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
