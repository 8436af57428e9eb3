import { lookup } from "../../pipeline/definition/byName";

/** Names that people say, made of AWS's member names: `S3Uri` → "S3 URI", `MaxRuntimeInSeconds` → "Maximum run time". */

/** Words with a spelling of their own, by their lower-case form. */
const spellings: Readonly<Record<string, string>> = {
  ami: "AMI",
  arn: "ARN",
  arns: "ARNs",
  automl: "AutoML",
  cpu: "CPU",
  db: "DB",
  emr: "EMR",
  etag: "ETag",
  eula: "EULA",
  gpu: "GPU",
  iam: "IAM",
  id: "ID",
  ids: "IDs",
  kms: "KMS",
  mime: "MIME",
  mlflow: "MLflow",
  peft: "PEFT",
  s3: "S3",
  sagemaker: "SageMaker",
  sns: "SNS",
  sqs: "SQS",
  tensorboard: "TensorBoard",
  uri: "URI",
  url: "URL",
  vpc: "VPC",
  // Words that AWS shortens or joins.
  max: "maximum",
  min: "minimum",
  runtime: "run time",
  hyperparameters: "hyperparameters",
  realtime: "real-time",
};

/** Names that the rule below would cut wrongly. */
const wholes: readonly (readonly [RegExp, string])[] = [
  [/SageMaker/g, "Sagemaker"],
  [/TensorBoard/g, "Tensorboard"],
  [/AutoML/g, "Automl"],
  [/HyperParameters/g, "Hyperparameters"],
  [/ETag/g, "Etag"],
];

const units: Readonly<Record<string, string>> = {
  Seconds: "seconds",
  Milliseconds: "milliseconds",
  Minutes: "minutes",
  Min: "minutes",
  Hours: "hours",
  Days: "days",
  GB: "GB",
  MB: "MB",
};

const unitEnd = /^(.+?)In(Seconds|Milliseconds|Minutes|Hours|Days|GB|MB)$|^(ExpireAfter|Interval)(Min|Seconds)$/;

function splitUnit(name: string): { readonly stem: string; readonly unit: string | null } {
  const found = unitEnd.exec(name);
  const stem = found?.[1] ?? found?.[3];
  const unit = found?.[2] ?? found?.[4];
  return stem === undefined || unit === undefined
    ? { stem: name, unit: null }
    : { stem, unit: lookup(units, unit) ?? null };
}

/** The unit that a member's name ends with: `VolumeSizeInGB` → "GB"; null where it has none. */
export function unitOf(name: string): string | null {
  return splitUnit(name).unit;
}

const remembered = new Map<string, string>();

/** What people call a member. A name that is no PascalCase word (a hyperparameter, a Lambda's argument) stays as it is. */
export function labelOf(name: string): string {
  let label = remembered.get(name);
  if (label === undefined) {
    label = makeLabel(name);
    remembered.set(name, label);
  }
  return label;
}

function makeLabel(name: string): string {
  if (!/^[A-Z][A-Za-z0-9]*$/.test(name)) return name;
  const said = wholes.reduce((text, [from, to]) => text.replace(from, to), splitUnit(name).stem);
  const words = said.match(/[A-Z]+s?(?=[A-Z][a-z]|$)|[A-Z]?[a-z]+|[A-Z]\d+|[A-Z]+|\d+/g) ?? [name];
  return capital(words.map((word) => lookup(spellings, word.toLowerCase()) ?? word.toLowerCase()).join(" "));
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A label in the middle of a sentence: "cluster config", "ARN". */
export function lowered(label: string): string {
  return /^\S+[A-Z]|^[A-Z][A-Z0-9]/.test(label) ? label : label.charAt(0).toLowerCase() + label.slice(1);
}

/** The heading of a group: without "config" where it says enough without it. */
export function headingOf(name: string): string {
  const label = labelOf(name);
  const short = label.replace(/ config(uration)?$/, "");
  return short.includes(" ") ? short : label;
}

/** Seconds as people say them: 3600 → "1 h", 5400 → "1 h 30 min"; "" below a minute. */
export function durationOf(seconds: number): string {
  if (!Number.isFinite(seconds) || seconds < 60) return "";
  const parts: readonly (readonly [number, string])[] = [
    [Math.floor(seconds / 86_400), "d"],
    [Math.floor((seconds % 86_400) / 3600), "h"],
    [Math.floor((seconds % 3600) / 60), "min"],
    [seconds % 60, "s"],
  ];
  return parts
    .filter(([count]) => count > 0)
    .map(([count, unit]) => `${count} ${unit}`)
    .join(" ");
}
