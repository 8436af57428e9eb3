/** What each step type is known to give (pipeline-definition 3.3 and 6.6), as paths behind `Steps.NAME.` with sample values. */
import { samePath } from "../definition/path";
import { get, getIn, isList, text, type Value } from "../definition/value";
import { customModel, customModelDeployment, modelImport, provisionedThroughput } from "./bedrockOutputs";
import { emrStep, serverlessJobRun } from "./emrOutputs";
import { sampleMetric } from "./guess";
import { arnOf, defaultBucket, jobNameOf, tokenFrom } from "./names";
import { askedText, declaredOutputs, type OutputsOfType, type OwnOutputs, type SampleRequest } from "./sampleRequest";
import { bestCandidate, tunedJobs } from "./searchOutputs";

/** A job or resource that SageMaker makes under a generated name, described by `<member>Name` and `<member>Arn`. */
function named(member: string, kind: string, more: OutputsOfType = () => []): OutputsOfType {
  return (sample) => {
    const name = askedText(sample.request, `${member}Name`) ?? jobNameOf(sample.context, sample.name);
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
  const place = askedText(request, "OutputDataConfig", "S3OutputPath") ?? `s3://${defaultBucket(context)}`;
  const uri = `${place.replace(/\/+$/, "")}/${jobNameOf(context, name)}/output/model.tar.gz`;
  return [[["ModelArtifacts", "S3ModelArtifacts"], uri]];
};

const processingOutputs: OutputsOfType = ({ request, context, name }) => {
  const list = getIn(request, ["ProcessingOutputConfig", "Outputs"]);
  if (!isList(list)) return [];
  return list.flatMap((output) => {
    const outputName = text(get(output, "OutputName"));
    if (outputName === undefined) return [];
    const place = askedText(output, "S3Output", "S3Uri");
    const uri = place ?? `s3://${defaultBucket(context)}/${jobNameOf(context, name)}/output/${outputName}`;
    return [[["ProcessingOutputConfig", "Outputs", outputName, "S3Output", "S3Uri"], uri] as const];
  });
};

const transformOutput: OutputsOfType = ({ request, context, name }) => {
  const place = askedText(request, "TransformOutput", "S3OutputPath");
  return [[["TransformOutput", "S3OutputPath"], place ?? `s3://${defaultBucket(context)}/${jobNameOf(context, name)}`]];
};

const declared: OutputsOfType = (sample) =>
  declaredOutputs(sample.step).map(({ name, type }) => [["OutputParameters", name], sampleOfType(name, type, sample)]);

function sampleOfType(name: string, type: string, { iteration, context, name: step, expected }: SampleRequest): Value {
  if (type === "Integer") return /^status_?code$/i.test(name) ? 200 : 1;
  if (type === "Float") return sampleMetric(iteration);
  if (type === "Boolean") return true;
  // A function that gives a place gives one in S3; it ends as the name says (`train_path`: …/train).
  const place = /^(.*?)_?(path|uri|url|location|s3)$/i.exec(name);
  const isRead = expected.some(({ isPlace, output }) => isPlace && samePath(output, ["OutputParameters", name]));
  if (place !== null || isRead) return `s3://${defaultBucket(context)}/${step}/${place?.[1] || name}`;
  return `sample-${name}`;
}

const modelPackage: OutputsOfType = ({ request, context }) => {
  const group = askedText(request, "ModelPackageGroupName")?.split("/").at(-1) ?? "models";
  return [
    [["ModelPackageArn"], arnOf(context, `model-package/${group}/1`)],
    [["ModelPackageGroupName"], group],
    [["ModelPackageVersion"], 1],
    [["ModelPackageStatus"], "Completed"],
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

const endpointConfig: OutputsOfType = ({ request, context, name }) => {
  const asked = askedText(request, "EndpointConfigName");
  const made = asked === undefined ? jobNameOf(context, name) : `${asked}-${context.executionId}`;
  return [
    [["EndpointConfigName"], made],
    [["EndpointConfigArn"], arnOf(context, `endpoint-config/${made}`)],
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

const hubContent: OutputsOfType = ({ request, context, name }) => {
  const hub = askedText(request, "HubName") ?? "hub";
  const content = askedText(request, "HubContentName") ?? jobNameOf(context, name);
  const kind = askedText(request, "HubContentType") ?? "Model";
  return [
    [["HubArn"], arnOf(context, `hub/${hub}`)],
    [["HubContentArn"], arnOf(context, `hub-content/${hub}/${kind}/${content}/1.0.0`)],
  ];
};

const athena: OutputsOfType = ({ context, name }) => [
  [["QueryExecutionId"], tokenFrom(`${context.executionId}/${name}/query`, 36).toLowerCase()],
  [["S3OutputLocation"], `s3://${defaultBucket(context)}/${jobNameOf(context, name)}/results.csv`],
];

const byType: Readonly<Record<string, OutputsOfType>> = {
  Training: job("TrainingJob", "training-job", modelArtifacts),
  Processing: job("ProcessingJob", "processing-job", processingOutputs),
  Transform: job("TransformJob", "transform-job", transformOutput),
  Tuning: job("HyperParameterTuningJob", "hyper-parameter-tuning-job", tunedJobs),
  AutoML: job("AutoMLJob", "automl-job", bestCandidate),
  Model: named("Model", "model"),
  RegisterModel: modelPackage,
  Lambda: declared,
  Callback: declared,
  ClarifyCheck: check(["Constraints"]),
  QualityCheck: check(["Constraints", "Statistics"]),
  EMR: emrStep,
  EMRServerless: serverlessJobRun,
  Athena: athena,
  EndpointConfig: endpointConfig,
  Endpoint: named("Endpoint", "endpoint"),
  InferenceComponent: named("InferenceComponent", "inference-component"),
  HubContent: hubContent,
  BedrockCustomModel: customModel,
  BedrockCustomModelDeployment: customModelDeployment,
  BedrockModelImport: modelImport,
  BedrockProvisionedModelThroughput: provisionedThroughput,
  Lineage: lineage,
  Job: job("Job", "job"),
};

export function ownOutputs(sample: SampleRequest): OwnOutputs {
  const type = text(get(sample.step, "Type")) ?? "";
  return (Object.hasOwn(byType, type) ? byType[type] : undefined)?.(sample) ?? [];
}
