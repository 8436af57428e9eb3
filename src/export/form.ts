import type { PipelineDocument } from "../pipeline/definition/document";
import type { ApiModels } from "../pipeline/schema/model";

/**
 * A form in which a definition can be written: what is known of it before its code is loaded. One file each (or a folder), and one
 * entry in the registry, from which the Export dialog, the command palette and `stepwire export --to` are made.
 */
export interface ExportForm {
  /** What `stepwire export --to` takes. */
  readonly id: string;
  /** As people call it: "Export as JSON". */
  readonly label: string;
  readonly group: ExportGroup;
  /** What it is good for, as the dialog says it. */
  readonly about: string;
  /** How such files end, with the dot; the first is the usual one. */
  readonly extensions: readonly [string, ...string[]];
  readonly mediaType: string;
  /** How the preview is coloured; `picture` is shown as one. */
  readonly syntax: ExportSyntax;
  readonly options: readonly ExportOption[];
  /** True where the steps are drawn where they stand: the command line tidies them first. */
  readonly drawn?: true;
  /** True where `src/import` reads the definition out of it again, token for token. */
  readonly comesBack: boolean;
  /** Its code, loaded when first used. */
  readonly load: () => Promise<ExportWriter>;
}

/** The heading under which the dialog shows a form, in this order. */
export const exportGroups = ["Definition", "Code", "Infrastructure", "Pictures and words"] as const;
export type ExportGroup = (typeof exportGroups)[number];

export type ExportSyntax = "json" | "python" | "typescript" | "hcl" | "yaml" | "html" | "plain" | "picture";

/** What a person may choose of a form: a control of the dialog, a flag of the command line. */
export type ExportOption = {
  /** As `Choices` has it: `withRole`. */
  readonly name: string;
  /** As the command line takes it; what is typed has a word behind it: `--schedule <rate>`. */
  readonly flag: string;
  readonly label: string;
  /** What it does, as the dialog and `--help` say it. */
  readonly hint: string;
} & (
  | { readonly kind: "switch" }
  | { readonly kind: "text"; readonly placeholder: string }
  /** Given as often as wanted; one a line in the dialog. */
  | { readonly kind: "texts"; readonly placeholder: string }
  /** One of these; the first where nothing is said. */
  | { readonly kind: "choice"; readonly choices: readonly [string, ...string[]] }
);

export type OptionValue = boolean | string | readonly string[];

export interface Choices {
  /** The ending of the file that is written, one of the form's. */
  readonly extension: string;
  /** By the option's name; what nobody chose is not there. */
  readonly options: Readonly<Record<string, OptionValue>>;
}

export interface ExportSource extends PipelineDocument {
  /** What the API says of the step types in it. */
  readonly models: ApiModels;
}

/** A text ends with a line feed; bytes are a picture's. */
export type Written = string | Uint8Array<ArrayBuffer>;

/** Paints a picture as PNG, so many dots for one of its own: what can paint is not the same on a page and on the command line. */
export type Paint = (svg: string, dots: number) => Promise<Uint8Array<ArrayBuffer>>;

export interface ExportWriter {
  write(source: ExportSource, choices: Choices, paint: Paint): Written | Promise<Written>;
  /** What does not come along, each in a sentence; said before anything is written. */
  losses(source: ExportSource, choices: Choices): readonly string[];
}

/** A form as it is written where nobody chooses anything. */
export function usualChoices({ extensions: [extension] }: ExportForm): Choices {
  return { extension, options: {} };
}
