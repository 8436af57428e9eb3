import ButtonDropdown from "@cloudscape-design/components/button-dropdown";
import { copyJson, downloadJson, exports } from "../../editor/commands/pipeline/exports";
import { exportGroups } from "../../export/form";
import { useRun } from "../kit/useCommands";
import { useEditor } from "../kit/useWorkspace";

/** The definition as a file or on the clipboard at once; every other form by way of the dialog that shows it. */
export function ExportMenu() {
  const { items, choose } = useExports();
  return (
    <ButtonDropdown items={items} onItemClick={({ detail }) => choose(detail.id)}>
      Export
    </ButtonDropdown>
  );
}

/** What the pipeline can be written as, as the items of a menu. */
export function useExports() {
  const run = useRun();
  const state = useEditor().store.getState();
  const offers = [downloadJson, copyJson, ...exports.map(({ show }) => show)];
  const atOnce = [downloadJson, copyJson].map((command, index) => ({
    id: command.id,
    text: command.label(state, undefined),
    iconName: index === 0 ? ("download" as const) : ("copy" as const),
  }));
  const groups = exportGroups.map((group) => ({
    text: group,
    items: exports
      .filter(({ form }) => form.group === group)
      .map(({ form, show }) => ({ id: show.id, text: `${form.label} …`, description: form.about })),
  }));
  return {
    items: [...atOnce, ...groups.filter(({ items }) => items.length > 0)],
    choose(id: string) {
      const offer = offers.find((one) => one.id === id);
      if (offer !== undefined) void run(offer);
    },
  };
}
