import ButtonDropdown from "@cloudscape-design/components/button-dropdown";
import { exportForms } from "../../export";
import { copyAs, downloadAs } from "../kit/exportAs";
import { useEditor } from "../kit/useWorkspace";

/** Every form that there is, as a file and on the clipboard. */
export function ExportMenu() {
  const editor = useEditor();
  const offers = exportForms.flatMap((form) => [
    { form, run: downloadAs, text: `Download ${form.label} file`, iconName: "download" as const },
    { form, run: copyAs, text: `Copy ${form.label} to the clipboard`, iconName: "copy" as const },
  ]);
  return (
    <ButtonDropdown
      items={offers.map(({ form, text, iconName }) => ({
        id: text,
        text,
        iconName,
        description: form.loses ?? undefined,
      }))}
      onItemClick={({ detail }) => {
        const offer = offers.find(({ text }) => text === detail.id);
        void offer?.run(offer.form, editor);
      }}
    >
      Export
    </ButtonDropdown>
  );
}
