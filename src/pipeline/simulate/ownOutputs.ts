/** What each step type is known to give (pipeline-definition 3.3 and 6.6), as paths behind `Steps.NAME.` with sample values. */
import type { Path } from "../definition/path";
import { get, getIn, isList, text, type Value } from "../definition/value";
import { guessByName, sampleMetric } from "./guess";
import { arnOf, defaultBucket, jobNameOf, tokenFrom } from "./names";
import { declaredOutputs, type SampleRequest } from "./sampleRequest";

export type OwnOutputs = readonly (readonly [Path, Value])[];
type OutputsOfType = (sample: SampleRequest) => OwnOutputs;

/** A job or resource that SageMaker makes under a generated name, described by `<member>Name` and `<member>Arn`. */
function named(member: string, kind: string, more: OutputsOfType = () => []): OutputsOfType {
  return (sample) => {
    const name = text(get(sample.request, `${member}Name`)) ?? jobNameOf(sample.context, sample.name);
    return [[[`${member}Name`], name], [[`${member}Arn`], arnOf(sample.context, `${kind}/${name}`)], ...more(sample)];
  };
}

/** A job goes under a generated name, whatever name the request asks for (that is only its prefix). */
function job(member: string, kind: string, more: OutputsOfType = () => []): OutputsOfType {
  return (sample) => {
    const name = jobNameOf(sample.context, sample.name);
    const status: OwnOutputs[number] = [[`${member}Status`], "Completed"];
    return [
      [[`${member}Name`], name],
      [[`${member}Arn`], arnOf(sample.context, `${kind}/${name}`)],
      status,
      ...more(sample),
    ];
  };
}

const modelArtifacts: OutputsOfType = ({ request, context, name }) => {
  const place = text(getIn(request, ["OutputDataConfig", "S3OutputPath"])) ?? `s3://${defaultBucket(context)}`;
  const uri = `${place.replace(/\/+$/, "")}/${jobNameOf(context, name)}/output/model.tar.gz`;
  return [[["ModelArtifacts", "S3ModelArtifacts"], uri]];
};

const processingOutputs: OutputsOfType = ({ request, context, name }) => {
  const list = getIn(request, ["ProcessingOutputConfig", "Outputs"]);
  if (!isList(list)) return [];
  return list.flatMap((output) => {
    const outputName = text(get(output, "OutputName"));
    if (outputName === undefined) return [];
    const place = text(getIn(output, ["S3Output", "S3Uri"]));
    const uri = place ?? `s3://${defaultBucket(context)}/${jobNameOf(context, name)}/output/${outputName}`;
    return [[["ProcessingOutputConfig", "Outputs", outputName, "S3Output", "S3Uri"], uri] as const];
  });
};

const transformOutput: OutputsOfType = ({ request }) => {
  const place = getIn(request, ["TransformOutput", "S3OutputPath"]);
  return place === undefined ? [] : [[["TransformOutput", "S3OutputPath"], place]];
};

const declared: OutputsOfType = ({ step, iteration }) =>
  declaredOutputs(step).map(({ name, type }) => [["OutputParameters", name], sampleOfType(name, type, iteration)]);

function sampleOfType(name: string, type: string, iteration: number | null): Value {
  if (type === "Integer") return /^status_?code$/i.test(name) ? 200 : 1;
  if (type === "Float") return sampleMetric(iteration);
  if (type === "Boolean") return true;
  return `sample-${name}`;
}

const modelPackage: OutputsOfType = ({ request, context }) => {
  const group = text(get(request, "ModelPackageGroupName"))?.split("/").at(-1) ?? "models";
  return [
    [["ModelPackageArn"], arnOf(context, `model-package/${group}/1`)],
    [["ModelPackageGroupName"], group],
    [["ModelPackageVersion"], 1],
    [["ModelPackageStatus"], "Completed"],
  ];
};

const bestTrainingJob: OutputsOfType = ({ context, name }) => {
  const best = `${jobNameOf(context, name).slice(0, 50)}-001`;
  return [
    [["BestTrainingJob", "TrainingJobName"], best],
    [["BestTrainingJob", "TrainingJobArn"], arnOf(context, `training-job/${best}`)],
  ];
};

function check(files: readonly string[]): OutputsOfType {
  return ({ context, name }) => {
    const uri = (file: string) => `s3://${defaultBucket(context)}/${jobNameOf(context, name)}/output/${file}`;
    return [
      ["CalculatedBaseline", ""],
      ["BaselineUsedForDriftCheck", "baseline/"],
    ].flatMap(([prefix, folder]) =>
      files.map((file) => [[`${prefix}${file}`], uri(`${folder}${file.toLowerCase()}.json`)] as const),
    );
  };
}

const cluster: OutputsOfType = ({ request, context, name }) => {
  const token = tokenFrom(`${context.executionId}/${name}/emr`, 13).toUpperCase();
  return [
    [["ClusterId"], text(get(request, "ClusterId")) ?? `j-${token}`],
    [["Id"], `s-${token}`],
    [["Name"], jobNameOf(context, name)],
    [["Status", "State"], "COMPLETED"],
  ];
};

const endpointConfig: OutputsOfType = ({ request, context, name }) => {
  const asked = text(get(request, "EndpointConfigName"));
  const made = asked === undefined ? jobNameOf(context, name) : `${asked}-${context.executionId}`;
  return [
    [["EndpointConfigName"], made],
    [["EndpointConfigArn"], arnOf(context, `endpoint-config/${made.toLowerCase()}`)],
  ];
};

const lineage: OutputsOfType = ({ request, context }) =>
  ["Action", "Artifact", "Context"].flatMap((kind) => {
    const list = get(request, `${kind}s`);
    if (!isList(list)) return [];
    return list.flatMap((item) => {
      const name = text(get(item, `${kind}Name`));
      if (name === undefined) return [];
      return [[[`${kind}Arns`, name], arnOf(context, `${kind.toLowerCase()}/${name}`)] as const];
    });
  });

/** Bedrock's responses are flat lists of members (v2 bedrock_steps.py:47-108). */
function members(...names: readonly string[]): OutputsOfType {
  return (sample) => names.map((name) => [[name], guessByName(sample, [name])] as const);
}

const athena: OutputsOfType = ({ context, name }) => [
  [["QueryExecutionId"], tokenFrom(`${context.executionId}/${name}/query`, 36).toLowerCase()],
  [["S3OutputLocation"], `s3://${defaultBucket(context)}/${jobNameOf(context, name)}/results.csv`],
];

const byType: Readonly<Record<string, OutputsOfType>> = {
  Training: job("TrainingJob", "training-job", modelArtifacts),
  Processing: job("ProcessingJob", "processing-job", processingOutputs),
  Transform: job("TransformJob", "transform-job", transformOutput),
  Tuning: job("HyperParameterTuningJob", "hyper-parameter-tuning-job", bestTrainingJob),
  AutoML: job("AutoMLJob", "automl-job"),
  Model: named("Model", "model"),
  RegisterModel: modelPackage,
  Lambda: declared,
  Callback: declared,
  ClarifyCheck: check(["Constraints"]),
  QualityCheck: check(["Constraints", "Statistics"]),
  EMR: cluster,
  Athena: athena,
  EndpointConfig: endpointConfig,
  Endpoint: named("Endpoint", "endpoint"),
  InferenceComponent: named("InferenceComponent", "inference-component"),
  HubContent: members("HubArn", "HubContentArn"),
  BedrockCustomModel: members("ModelArn"),
  BedrockCustomModelDeployment: members("CustomModelDeploymentArn"),
  BedrockModelImport: members("JobArn"),
  BedrockProvisionedModelThroughput: members("ProvisionedModelArn"),
  Lineage: lineage,
  Job: job("Job", "job"),
};

export function ownOutputs(sample: SampleRequest): OwnOutputs {
  const type = text(get(sample.step, "Type")) ?? "";
  return (Object.hasOwn(byType, type) ? byType[type] : undefined)?.(sample) ?? [];
}
