import { type ExportForm, exportForms, json } from "../../../export";
import type { Command, PromptCommand } from "../command";
import { showing } from "../showing";

/** Downloads the definition in a form, as a file named after the pipeline. */
function downloading({ id, label, extension, mediaType, write }: ExportForm): PromptCommand {
  return {
    id: `pipeline.download.${id}`,
    group: "Pipeline",
    palette: true,
    label: () => `Download ${label} file`,
    run: ({ editor, page }) => {
      const { document } = editor.store.getState();
      const name = `${document.name}${extension}`;
      page.download({ name, mediaType, text: write(document) });
      return { done: `Downloaded ${name}.` };
    },
  };
}

function copying({ id, label, write }: ExportForm): Command {
  return {
    id: `pipeline.copy.${id}`,
    group: "Pipeline",
    palette: true,
    label: () => `Copy ${label} to the clipboard`,
    run: async ({ editor, page }) => {
      const text = write(editor.store.getState().document);
      if (await page.clipboard.write({ text, layout: "" })) {
        return { done: `${label} is on the clipboard.`, offer: "nothing" };
      }
      return {
        refused:
          "The browser did not let Stepwire write to the clipboard. Allow it in the address bar, or download the file.",
        kind: "error",
      };
    },
  };
}

interface Export {
  readonly form: ExportForm;
  readonly download: PromptCommand;
  readonly copy: Command;
}

function exporting(form: ExportForm): Export {
  return { form, download: downloading(form), copy: copying(form) };
}

const ofJson = exporting(json);
export const { download: downloadJson, copy: copyJson } = ofJson;

/** Every form that there is, as a file and on the clipboard. */
export const exports: readonly Export[] = exportForms.map((form) => (form === json ? ofJson : exporting(form)));

export const exportCommands: readonly Command[] = exports.flatMap(({ download, copy }) => [download, copy]);

export const openFile = showing(
  "pipeline.open",
  "Pipeline",
  "Open a definition file",
  "Choose the definition file to open.",
  ({ page }) => page.openFile(),
);

export const goHome = showing("pipeline.all", "Pipeline", "All pipelines", "The start page is shown.", ({ page }) =>
  page.goHome(),
);
