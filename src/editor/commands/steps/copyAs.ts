import { exportForms } from "../../../export";
import { usualChoices } from "../../../export/form";
import { clipSteps } from "../../../pipeline/edits/pasteSteps";
import { loadPart } from "../../session/loadPart";
import type { Command } from "../command";
import { named } from "../words";
import { anyChosen, type ChosenSteps, chosen, verbWith } from "./chosen";

/** Puts steps on the clipboard as they are drawn, with what joins them, in one of the forms of export. */
function copyAs(form: string, label: string): Command<ChosenSteps> {
  return {
    id: `steps.copyAs.${form}`,
    group: "Steps",
    palette: true,
    label: (state, args) => `${verbWith("Copy", state, args)} as ${label}`,
    when: anyChosen,
    run: async ({ editor, page }, args) => {
      const state = editor.store.getState();
      const keys = chosen(state, args);
      const found = exportForms.find(({ id }) => id === form);
      if (found === undefined) throw new Error(`There is no form ${form}.`);
      const writer = await loadPart(found.load);
      const source = { ...state.document, ...clipSteps(state.document, keys), notes: [], models: state.models };
      const written = await writer.write(source, usualChoices(found), page.paint);
      const isThere =
        typeof written === "string"
          ? await page.clipboard.write({ text: written, layout: "" })
          : await page.copyPicture(Promise.resolve(written));
      return isThere
        ? { done: `Copied ${named(keys)} as ${label}.` }
        : { refused: "The browser did not let Stepwire write to the clipboard. Allow it in the address bar." };
    },
  };
}

export const copiesAs = [
  copyAs("mermaid", "Mermaid"),
  copyAs("svg", "a picture (SVG)"),
  copyAs("png", "a picture (PNG)"),
] as const;
