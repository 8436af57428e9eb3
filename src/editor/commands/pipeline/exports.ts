import { exportForms, jsonForm } from "../../../export";
import type { ExportForm, Written } from "../../../export/form";
import { json } from "../../../export/json";
import type { Workspace } from "../../workspace";
import type { Command, PromptCommand } from "../command";
import type { Settled } from "../outcome";
import { showing } from "../showing";

/** Shows a form in the Export dialog, with what it cannot carry, before anything is written. */
function exporting({ id, label }: ExportForm): PromptCommand {
  return showing(
    `pipeline.export.${id}`,
    "Pipeline",
    `Export as ${label}`,
    "Read what is exported, then copy or download it.",
    ({ dialogs }) => dialogs.open({ kind: "export", form: id }),
  );
}

/** Each form with the command that shows it. */
export const exports = exportForms.map((form) => ({ form, show: exporting(form) }));

interface Export {
  readonly form: Pick<ExportForm, "label" | "mediaType">;
  readonly extension: string;
  readonly content: Written;
}

/** Downloads what was written, as a file named after the pipeline. */
export const downloadExport: PromptCommand<Export> = {
  id: "pipeline.export.download",
  group: "Pipeline",
  palette: false,
  label: (_, { form }) => `Download ${form.label}`,
  run: download,
};

export const copyExport: Command<Export> = {
  id: "pipeline.export.copy",
  group: "Pipeline",
  palette: false,
  label: (_, { form }) => `Copy ${form.label}`,
  run: copy,
};

/** The definition itself loses nothing and needs no preview: one click, and for the palette one name. */
export const downloadJson: PromptCommand = {
  id: "pipeline.download.json",
  group: "Pipeline",
  palette: true,
  label: () => "Download JSON file",
  run: (workspace) => download(workspace, asJson(workspace)),
};

export const copyJson: Command = {
  id: "pipeline.copy.json",
  group: "Pipeline",
  palette: true,
  label: () => "Copy JSON to the clipboard",
  run: (workspace) => copy(workspace, asJson(workspace)),
};

export const exportCommands = [
  downloadJson,
  copyJson,
  ...exports.map(({ show }) => show),
  downloadExport,
  copyExport,
] as const;

function asJson({ editor }: Workspace): Export {
  const content = json.write(editor.store.getState().document);
  return { form: jsonForm, extension: jsonForm.extensions[0], content };
}

function download({ editor, page }: Workspace, { form, extension, content }: Export): Settled {
  const name = `${editor.store.getState().document.name}${extension}`;
  page.download({ name, mediaType: form.mediaType, content });
  return { done: `Downloaded ${name}.` };
}

async function copy({ page }: Workspace, { form, content }: Export): Promise<Settled> {
  const isThere =
    typeof content === "string"
      ? await page.clipboard.write({ text: content, layout: "" })
      : await page.copyPicture(Promise.resolve(content));
  if (isThere) {
    return { done: `${form.label} is on the clipboard.`, offer: "nothing" };
  }
  return {
    refused:
      "The browser did not let Stepwire write to the clipboard. Allow it in the address bar, or download the file.",
    kind: "error",
  };
}
