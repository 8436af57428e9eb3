/** What a definition can be written as: the Export dialog, the palette and `stepwire export --to` offer these, and nothing else. */
import type { ExportForm, ExportOption } from "./form";
import { json } from "./json";

/** What every form that deploys a pipeline asks. */
const deploying: readonly ExportOption[] = [
  {
    name: "map",
    flag: "--map <text=Name>",
    label: "Texts that become parameters",
    hint: "A text of the definition that whoever deploys it fills in: a bucket, an account, a region, a role",
    kind: "texts",
    placeholder: "acme-ml=Bucket",
  },
  {
    name: "tag",
    flag: "--tag <key=value>",
    label: "Tags",
    hint: "A tag of the pipeline",
    kind: "texts",
    placeholder: "team=ml",
  },
  {
    name: "withRole",
    flag: "--with-role",
    label: "With its role",
    hint: "The role comes along, allowed the least that the steps need",
    kind: "switch",
  },
];

/** What those ask as well that write a schedule. */
const scheduling: readonly ExportOption[] = [
  {
    name: "schedule",
    flag: "--schedule <rate>",
    label: "Schedule",
    hint: "A schedule that starts the pipeline",
    kind: "text",
    placeholder: "rate(1 day)",
  },
  {
    name: "scheduleRole",
    flag: "--schedule-role <arn>",
    label: "The schedule's role",
    hint: "ARN of the role that starts it; left out, whoever deploys it is asked",
    kind: "text",
    placeholder: "arn:aws:iam::111122223333:role/scheduler",
  },
];

/** The definition itself comes with the page: it must be at hand when the server is gone. */
export const jsonForm: ExportForm = {
  id: "json",
  label: "JSON",
  group: "Definition",
  about: "What SageMaker takes, every number and key as it was.",
  extensions: [".json"],
  mediaType: "application/json",
  syntax: "json",
  options: [],
  comesBack: true,
  load: async () => json,
};

const cloudFormation: ExportForm = {
  id: "cloudformation",
  label: "CloudFormation",
  group: "Infrastructure",
  about: "A template with the pipeline, its role and pace as parameters.",
  extensions: [".yaml", ".json"],
  mediaType: "application/yaml",
  syntax: "yaml",
  options: [...deploying, ...scheduling],
  comesBack: true,
  load: async () => (await import("./cloudFormation")).cloudFormation,
};

const cdk: ExportForm = {
  id: "cdk",
  label: "AWS CDK (TypeScript)",
  group: "Infrastructure",
  about: "A stack of the AWS CDK with the pipeline, in TypeScript.",
  extensions: [".ts"],
  mediaType: "text/plain",
  syntax: "typescript",
  options: [...deploying, ...scheduling],
  comesBack: false,
  load: async () => (await import("./cdk")).cdk,
};

const cdkPython: ExportForm = {
  id: "cdk-python",
  label: "AWS CDK (Python)",
  group: "Infrastructure",
  about: "A stack of the AWS CDK with the pipeline, in Python.",
  extensions: [".py"],
  mediaType: "text/x-python",
  syntax: "python",
  options: [...deploying, ...scheduling],
  comesBack: false,
  load: async () => (await import("./cdkPython")).cdkPython,
};

const terraform: ExportForm = {
  id: "terraform",
  label: "Terraform",
  group: "Infrastructure",
  about: "The pipeline as a resource, with variables for its name and role.",
  extensions: [".tf"],
  mediaType: "text/plain",
  syntax: "hcl",
  options: [...deploying, ...scheduling],
  comesBack: true,
  load: async () => (await import("./terraform")).terraform,
};

const pulumi: ExportForm = {
  id: "pulumi",
  label: "Pulumi (TypeScript)",
  group: "Infrastructure",
  about: "A program for Pulumi with the pipeline, in TypeScript.",
  extensions: [".ts"],
  mediaType: "text/plain",
  syntax: "typescript",
  options: deploying,
  comesBack: false,
  load: async () => (await import("./pulumi")).pulumi,
};

const pulumiPython: ExportForm = {
  id: "pulumi-python",
  label: "Pulumi (Python)",
  group: "Infrastructure",
  about: "A program for Pulumi with the pipeline, in Python.",
  extensions: [".py"],
  mediaType: "text/x-python",
  syntax: "python",
  options: deploying,
  comesBack: false,
  load: async () => (await import("./pulumiPython")).pulumiPython,
};

const iamPolicy: ExportForm = {
  id: "iam-policy",
  label: "IAM policy",
  group: "Infrastructure",
  about: "The least that the pipeline's role must be allowed; each statement says which steps ask for it.",
  extensions: [".json"],
  mediaType: "application/json",
  syntax: "json",
  options: [
    {
      name: "role",
      flag: "--role <arn>",
      label: "The role itself",
      hint: "ARN of the role that gets the policy: steps without a role are given it",
      kind: "text",
      placeholder: "arn:aws:iam::111122223333:role/pipeline",
    },
  ],
  comesBack: false,
  load: async () => (await import("./iamPolicy")).iamPolicy,
};

const ground: ExportOption = {
  name: "ground",
  flag: "--ground <colour>",
  label: "Ground",
  hint: "What the picture stands on: light, dark or transparent",
  kind: "choice",
  choices: ["light", "dark", "transparent"],
};

const svg: ExportForm = {
  id: "svg",
  label: "SVG",
  group: "Pictures and words",
  about: "The canvas as a picture whose texts stay texts, for slides and documents.",
  extensions: [".svg"],
  mediaType: "image/svg+xml",
  syntax: "picture",
  options: [ground],
  comesBack: false,
  drawn: true,
  load: async () => (await import("./svg")).svg,
};

const png: ExportForm = {
  id: "png",
  label: "PNG",
  group: "Pictures and words",
  about: "The canvas as a picture that everything shows, two dots for each of the screen.",
  extensions: [".png"],
  mediaType: "image/png",
  syntax: "picture",
  options: [ground],
  comesBack: false,
  drawn: true,
  load: async () => (await import("./png")).png,
};

const html: ExportForm = {
  id: "html",
  label: "HTML",
  group: "Pictures and words",
  about:
    "One page to look around in: pan, zoom, select a step, read its fields, references and problems. It asks nothing of any network.",
  extensions: [".html"],
  mediaType: "text/html",
  syntax: "html",
  options: [],
  comesBack: false,
  drawn: true,
  load: async () => (await import("./html")).html,
};

const mermaid: ExportForm = {
  id: "mermaid",
  label: "Mermaid",
  group: "Pictures and words",
  about: "A flowchart that GitHub, GitLab and wikis draw out of a block of text.",
  extensions: [".mmd"],
  mediaType: "text/plain",
  syntax: "plain",
  options: [],
  comesBack: false,
  load: async () => (await import("./mermaid")).mermaid,
};

const dot: ExportForm = {
  id: "dot",
  label: "Graphviz",
  group: "Pictures and words",
  about: "A graph that Graphviz lays out and draws.",
  extensions: [".dot"],
  mediaType: "text/vnd.graphviz",
  syntax: "plain",
  options: [],
  comesBack: false,
  load: async () => (await import("./dot")).dot,
};

const markdown: ExportForm = {
  id: "markdown",
  label: "Markdown",
  group: "Pictures and words",
  about: "A report for a README or a review, the definition folded at its end.",
  extensions: [".md"],
  mediaType: "text/markdown",
  syntax: "plain",
  options: [],
  comesBack: true,
  load: async () => (await import("./markdown")).markdown,
};

/** What programs of Python have in common. */
const python = {
  extensions: [".py"],
  mediaType: "text/x-python",
  syntax: "python",
  options: [],
  comesBack: false,
} as const;

const programs: readonly ExportForm[] = [
  {
    id: "python",
    label: "Python, SageMaker SDK 3",
    group: "Code",
    about: "A program for version 3 of the SDK; run it to print the definition or to deploy it.",
    ...python,
    load: async () => (await import("./python")).python,
  },
  {
    id: "python-v2",
    label: "Python, SageMaker SDK 2",
    group: "Code",
    about: "The same program for version 2 of the SDK (2.257).",
    ...python,
    load: async () => (await import("./pythonV2")).pythonV2,
  },
  {
    id: "boto3",
    label: "Python, boto3",
    group: "Code",
    about: "A short script that creates or updates the pipeline from its text, runs it and waits.",
    ...python,
    load: async () => (await import("./boto3")).boto3,
  },
];

export const exportForms: readonly ExportForm[] = [
  jsonForm,
  ...programs,
  cloudFormation,
  cdk,
  cdkPython,
  terraform,
  pulumi,
  pulumiPython,
  iamPolicy,
  svg,
  png,
  html,
  mermaid,
  dot,
  markdown,
];
