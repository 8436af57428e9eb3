import "./FileState.css";
import { useStore } from "zustand";
import { save } from "../../../editor/commands/pipeline/saved";
import { fileNameOf } from "../../../editor/files/fileId";
import type { FileSession } from "../../../editor/files/fileState";
import { sideFileOf } from "../../../pipeline/definition/sideFile";
import { MenuButton } from "../../kit/MenuButton";
import { useRun } from "../../kit/useCommands";

const words = { saved: "saved", saving: "saving…", unsaved: "not saved" } as const;

/** The file that is edited, whether it has what is on the screen, and how it is saved. */
export function FileState({ file }: { readonly file: FileSession }) {
  const run = useRun();
  const { path, state, readOnly, automatic, keepsBeside, alone } = useStore(file.store);
  const name = fileNameOf(path);
  const items = [
    { label: "Save", keys: "Ctrl+S", run: () => run(save) },
    {
      label: "Show the file as it is",
      hint: "Undo brings your edits back.",
      run: () => void file.discard(),
    },
    { label: "Save by Ctrl+S", checked: !automatic, separated: true, run: () => file.setAutomatic(false) },
    { label: "Save automatically", checked: automatic, run: () => file.setAutomatic(true) },
    ...(alone ? [] : besideItems()),
  ];
  function besideItems() {
    return [
      {
        label: `Layout and notes in ${fileNameOf(sideFileOf(path))}`,
        checked: keepsBeside,
        separated: true,
        run: () => file.setKeepsBeside(true),
      },
      { label: "Layout and notes in this browser alone", checked: !keepsBeside, run: () => file.setKeepsBeside(false) },
    ];
  }
  const how = `How ${name} is saved`;
  return (
    <span className="sw-file">
      <span className={`sw-file-state is-${state}`} role="status" title={path}>
        {state === "unsaved" && <span className="sw-file-dot" aria-hidden="true" />}
        <span className="sw-file-name">{name}: </span>
        {`${words[state]}${readOnly ? ", read-only" : ""}`}
      </span>
      <MenuButton label={how} menuLabel={how} side="left" iconName="caret-down-filled" items={items} />
    </span>
  );
}
