import "./FileState.css";
import Button, { type ButtonProps } from "@cloudscape-design/components/button";
import { type FocusEvent, type KeyboardEvent, useRef, useState } from "react";
import { useStore } from "zustand";
import { save } from "../../../editor/commands/pipeline/saved";
import { fileNameOf } from "../../../editor/files/fileId";
import type { FileSession } from "../../../editor/files/fileState";
import { sideFileOf } from "../../../pipeline/definition/sideFile";
import { Menu } from "../../kit/Menu";
import { useRun } from "../../kit/useCommands";

const words = { saved: "saved", saving: "saving…", unsaved: "not saved" } as const;

/** The file that is edited, whether it has what is on the screen, and how it is saved. */
export function FileState({ file }: { readonly file: FileSession }) {
  const run = useRun();
  const { path, state, readOnly, automatic, keepsBeside } = useStore(file.store);
  const [open, setOpen] = useState(false);
  const button = useRef<ButtonProps.Ref>(null);
  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
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
    {
      label: `Layout and notes in ${fileNameOf(sideFileOf(path))}`,
      checked: keepsBeside,
      separated: true,
      run: () => file.setKeepsBeside(true),
    },
    { label: "Layout and notes in this browser alone", checked: !keepsBeside, run: () => file.setKeepsBeside(false) },
  ];
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it holds a button and its menu
    <span
      className="sw-file"
      onKeyDown={(event: KeyboardEvent) => {
        if (!open || event.key !== "Escape") return;
        event.stopPropagation();
        close();
      }}
      onBlur={(event: FocusEvent) => {
        if (event.relatedTarget !== null && !event.currentTarget.contains(event.relatedTarget)) setOpen(false);
      }}
    >
      <span className={`sw-file-state is-${state}`} role="status" title={path}>
        {state === "unsaved" && <span className="sw-file-dot" aria-hidden="true" />}
        <span className="sw-file-name">{name}: </span>
        {`${words[state]}${readOnly ? ", read-only" : ""}`}
      </span>
      <Button
        ref={button}
        variant="icon"
        iconName="caret-down-filled"
        ariaLabel={`How ${name} is saved`}
        ariaExpanded={open}
        onClick={() => setOpen(!open)}
      />
      {open && (
        <>
          <span className="sw-file-outside" onPointerDown={() => setOpen(false)} />
          <div className="sw-file-sheet">
            <Menu label={`How ${name} is saved`} items={items} onChosen={close} />
          </div>
        </>
      )}
    </span>
  );
}
