/** What else people try to open, named for what it is, and what to open in its place. */
import { member, type SourceNode } from "./source/sourceNode";
import { readJson } from "./syntax/json";

interface Named {
  readonly message: string;
  readonly at: number;
}

/** Null where nothing better can be said than where the text stops being JSON. */
export function nameWhatItIs(text: string, fileName: string): Named | null {
  const message = /^\s*$/.test(text) ? "It is empty." : (ofJson(text) ?? ofText(text, fileName));
  return message === null ? null : { message, at: 0 };
}

/** How files that are no text begin. */
const signatures: readonly (readonly [begins: readonly number[], message: string])[] = [
  [[0x89, 0x50, 0x4e, 0x47], "This is a picture (PNG), not a pipeline."],
  [[0xff, 0xd8, 0xff], "This is a picture (JPEG), not a pipeline."],
  [[0x25, 0x50, 0x44, 0x46], "This is a PDF, not a pipeline."],
  [[0x1f, 0x8b], "This is a gzip archive. Unpack it, and open the file that holds the definition."],
  [[0xff, 0xfe], "This is text in UTF-16, as PowerShell writes what is redirected into a file. Save it as UTF-8."],
  [[0xfe, 0xff], "This is text in UTF-16. Save it as UTF-8."],
  [[0x80, 0x04], "This is a pickle of Python. Run `print(pipeline.definition())` and open what it prints."],
];

/** Names a file that is no text; null where its beginning tells nothing. */
export function nameBytes(bytes: Uint8Array): string | null {
  return signatures.find(([begins]) => begins.every((byte, index) => bytes[index] === byte))?.[1] ?? null;
}

const describe = "`aws sagemaker describe-pipeline --pipeline-name NAME`";

/** By the keys that tell them. */
const objects: readonly (readonly [keys: readonly string[], message: string])[] = [
  [["StartAt", "States"], "This is a state machine of AWS Step Functions, not a SageMaker pipeline."],
  [["PipelineSummaries"], `This is the answer of ListPipelines: it names pipelines. Open the answer of ${describe}.`],
  [["PipelineExecutionSteps"], `This is the list of an execution's steps. Open the answer of ${describe}.`],
  [
    ["PipelineExecutionArn"],
    "This is the answer of DescribePipelineExecution. Open that of `aws sagemaker describe-pipeline-definition-for-execution --pipeline-execution-arn ARN`.",
  ],
  [["PipelineArn"], `This names a pipeline but does not hold its definition. Open the answer of ${describe}.`],
  [
    ["Name", "Type", "Arguments"],
    "This is one step. A definition has it in its list of Steps; on an open canvas steps are pasted with their definition around them.",
  ],
  [["TrainingJobName"], "This describes one training job, not a pipeline."],
  [["ProcessingJobName"], "This describes one processing job, not a pipeline."],
  [["Statement"], "This is a policy of IAM, not a pipeline."],
  [["pipelineInfo"], "This is a pipeline of Kubeflow; Stepwire opens pipelines of SageMaker."],
  [["dependencies", "version"], "This is a package.json, not a pipeline."],
];

function ofJson(text: string): string | null {
  const read = /^\s*[{[]/.test(text) ? readJson(text, text.search(/[{[]/)) : null;
  if (read === null) return null;
  const of = ofObject(read.node);
  if (of !== null) return of;
  return read.node.kind === "list" && read.node.items.some((item) => member(item, "Arguments") !== undefined)
    ? 'This is a list of steps. A definition is an object that has it as its Steps: {"Version": "2020-12-01", "Steps": […]}.'
    : null;
}

function ofObject(node: SourceNode): string | null {
  const found = objects.find(([keys]) => keys.every((key) => member(node, key) !== undefined));
  return found?.[1] ?? null;
}

const printIt = "Run `print(pipeline.definition())` and open what it prints.";

/** By the file's ending or by how the text begins. */
const texts: readonly (readonly [ending: RegExp | null, text: RegExp | null, message: string])[] = [
  [
    /\.py$/i,
    /^(import [\w.]+|from [\w.]+ import |def \w+\(|async def |class \w+.*:$|@\w+)/m,
    `This is a Python program. ${printIt}`,
  ],
  [
    /\.[cm]?[jt]sx?$/i,
    /^(import .* from ['"]|const \w+ = |export (default|const|class|async|function)|'use strict')/m,
    "This is a JavaScript or TypeScript program. If it is a CDK app, run `cdk synth` and open the template that it prints.",
  ],
  [/\.html?$/i, /^\s*<(!doctype html|html)\b/i, `This is a web page. Open the answer of ${describe}.`],
  [null, /^\s*<\?xml\b/, "This is XML; Stepwire opens no definition in it."],
  [/\.csv$/i, null, "This is a table (CSV), not a pipeline."],
  [
    /\.sh$/i,
    /^#!.*\b(ba|z)?sh\b/,
    `This is a shell script. Open what \`aws sagemaker describe-pipeline\` prints in it.`,
  ],
  [/\.md$/i, null, "This is a page of Markdown, not a pipeline."],
  [/dockerfile$/i, /^FROM [\w./:-]+\s*$/m, "This is a Dockerfile, not a pipeline."],
  [
    null,
    /^kind: (Workflow|Pipeline)\b/m,
    "This is a pipeline of another system; Stepwire opens pipelines of SageMaker.",
  ],
  [/\.(tf|hcl)$/i, null, "This is Terraform code; it has no resource with a pipeline_definition."],
  [
    /\.ya?ml$/i,
    null,
    "This is YAML; there is no definition in it, no CloudFormation template and no resource of ACK with one.",
  ],
  [null, /^Traceback \(most recent call last\):/m, `This is an error of a Python program. ${printIt}`],
];

function ofText(text: string, fileName: string): string | null {
  if (/^\s*[{["]/.test(text)) return null;
  const start = text.slice(0, 50_000);
  const found =
    texts.find(([ending]) => ending?.test(fileName) === true) ??
    texts.find(([, begins]) => begins?.test(start) === true);
  return found?.[2] ?? null;
}
