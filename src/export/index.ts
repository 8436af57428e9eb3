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

export const exportForms: readonly ExportForm[] = [jsonForm, mermaid, dot, markdown];
