/**
 * Definitions of any size for measuring: the same seed gives the same text, about 1.5 edges a step,
 * references of the kinds that people write, and nothing that the problems list would refuse.
 */

type Json = string | number | { readonly [key: string]: Json } | readonly Json[];

interface Made {
  readonly name: string;
  readonly step: Json;
  /** What a later step reads of this one, a string at run time. */
  readonly output: Json;
}

/** How far back a step reads: pipelines are wide or long, seldom a tangle, and large ones are wide: they fit a screen. */
function reachIn(count: number): number {
  return Math.max(12, Math.round(count / 32));
}

const role = "arn:aws:iam::111122223333:role/Bench";
const image = { Get: "Parameters.Image" };

/** The text of a definition of `count` steps, on one line as the SDK writes it. */
export function definitionText(count: number, seed = 1): string {
  return JSON.stringify(definitionOf(count, seed));
}

export function definitionOf(count: number, seed = 1): Json {
  const random = mulberry32(seed);
  const made: Made[] = [];
  for (let index = 0; index < count; index += 1) made.push(makeStep(index, made.slice(-reachIn(count)), random));
  return {
    Version: "2020-12-01",
    Metadata: {},
    Parameters: [
      { Name: "Image", Type: "String", DefaultValue: "111122223333.dkr.ecr.eu-west-1.amazonaws.com/bench:1" },
    ],
    Steps: made.map(({ step }) => step),
  };
}

function makeStep(index: number, near: readonly Made[], random: () => number): Made {
  const [first, second] = pickSources(near, random);
  const kind = random();
  if (kind < 0.45) return lambda(`Lambda${index}`, first, second);
  if (kind < 0.7) return model(`Model${index}`, first, second);
  if (kind < 0.85) return processing(`Process${index}`, first, second);
  return training(`Train${index}`, first, second);
}

/** One source for every step but the first, a second one for every other step. */
function pickSources(near: readonly Made[], random: () => number): readonly [Made?, Made?] {
  if (near.length === 0) return [];
  const first = near[Math.floor(random() * near.length)];
  const others = near.filter((step) => step !== first);
  const second = random() < 0.5 ? others[Math.floor(random() * others.length)] : undefined;
  return [first, second];
}

function lambda(name: string, first?: Made, second?: Made): Made {
  const step = {
    Name: name,
    Type: "Lambda",
    Arguments: { ...(first && { source: first.output }), ...(second && { other: second.output }), limit: 10 },
    FunctionArn: "arn:aws:lambda:eu-west-1:111122223333:function:prepare",
    OutputParameters: [{ OutputName: "path", OutputType: "String" }],
  };
  return { name, step, output: { Get: `Steps.${name}.OutputParameters['path']` } };
}

function model(name: string, first?: Made, second?: Made): Made {
  const step = {
    Name: name,
    Type: "Model",
    ...dependsOn(second),
    Arguments: {
      ExecutionRoleArn: role,
      PrimaryContainer: { Image: image, ModelDataUrl: first?.output ?? "s3://bench/m" },
    },
  };
  return { name, step, output: { Get: `Steps.${name}.ModelName` } };
}

function processing(name: string, first?: Made, second?: Made): Made {
  const step = {
    Name: name,
    Type: "Processing",
    ...dependsOn(second),
    Arguments: {
      ProcessingResources: { ClusterConfig: { InstanceType: "ml.m5.large", InstanceCount: 1, VolumeSizeInGB: 30 } },
      AppSpecification: { ImageUri: image },
      RoleArn: role,
      ProcessingInputs: [
        { InputName: "in", S3Input: { S3Uri: first?.output ?? "s3://bench/in", S3DataType: "S3Prefix" } },
      ],
      ProcessingOutputConfig: {
        Outputs: [
          { OutputName: "out", S3Output: { S3Uri: "s3://bench/out", LocalPath: "/out", S3UploadMode: "EndOfJob" } },
        ],
      },
    },
  };
  return { name, step, output: { Get: `Steps.${name}.ProcessingOutputConfig.Outputs['out'].S3Output.S3Uri` } };
}

function training(name: string, first?: Made, second?: Made): Made {
  const step = {
    Name: name,
    Type: "Training",
    ...dependsOn(second),
    Arguments: {
      AlgorithmSpecification: { TrainingImage: image, TrainingInputMode: "File" },
      OutputDataConfig: { S3OutputPath: "s3://bench/models" },
      StoppingCondition: { MaxRuntimeInSeconds: 3600 },
      ResourceConfig: { InstanceType: "ml.m5.xlarge", InstanceCount: 1, VolumeSizeInGB: 30 },
      RoleArn: role,
      InputDataConfig: [
        {
          ChannelName: "train",
          DataSource: { S3DataSource: { S3DataType: "S3Prefix", S3Uri: first?.output ?? "s3://bench/train" } },
        },
      ],
    },
  };
  return { name, step, output: { Get: `Steps.${name}.ModelArtifacts.S3ModelArtifacts` } };
}

function dependsOn(step: Made | undefined): { DependsOn?: Json } {
  return step ? { DependsOn: [step.name] } : {};
}

/** A small generator of even numbers in [0, 1): the same seed, the same definition, on every machine. */
export function mulberry32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
