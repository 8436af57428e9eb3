/** What a definition can be written as: the Export dialog, the palette and `stepwire export --to` offer these, and nothing else. */
import type { ExportForm } from "./form";
import { json } from "./json";

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

export const exportForms: readonly ExportForm[] = [jsonForm, ...programs, mermaid, dot, markdown];
