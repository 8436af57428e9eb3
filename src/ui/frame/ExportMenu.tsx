import ButtonDropdown from "@cloudscape-design/components/button-dropdown";
import { exports } from "../../editor/commands/pipeline/files";
import { useRun } from "../kit/useCommands";
import { useEditor } from "../kit/useWorkspace";

/** Every form that there is, as a file and on the clipboard. */
export function ExportMenu() {
  const run = useRun();
  const state = useEditor().store.getState();
  const offers = exports.flatMap(({ form, download, copy }) => [
    { command: download, text: download.label(state, undefined), iconName: "download" as const, loses: form.loses },
    { command: copy, text: copy.label(state, undefined), iconName: "copy" as const, loses: form.loses },
  ]);
  return (
    <ButtonDropdown
      items={offers.map(({ command, text, iconName, loses }) => ({
        id: command.id,
        text,
        iconName,
        description: loses ?? undefined,
      }))}
      onItemClick={({ detail }) => {
        const offer = offers.find(({ command }) => command.id === detail.id);
        if (offer !== undefined) void run(offer.command);
      }}
    >
      Export
    </ButtonDropdown>
  );
}
