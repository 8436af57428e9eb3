import "./CommandPalette.css";
import { type KeyboardEvent, useMemo, useState } from "react";
import { ListOption } from "../kit/ListOption";
import { useWorkspace } from "../kit/useWorkspace";
import { commandEntries, fieldEntries, type PaletteEntry, search, stepEntries } from "./paletteEntries";
import { SheetDialog } from "./SheetDialog";

interface Props {
  /** `commands`: everything that can be done, and the steps and fields to go to; else the steps alone. */
  readonly mode: "commands" | "find a step";
  readonly onClose: () => void;
}

const mostShown = 100;

export function CommandPalette({ mode, onClose }: Props) {
  const workspace = useWorkspace();
  const [state] = useState(() => workspace.editor.store.getState());
  const [wanted, setWanted] = useState("");
  const [at, setAt] = useState(0);
  const all = useMemo(
    () => (mode === "commands" ? [...commandEntries(workspace), ...stepEntries(workspace)] : stepEntries(workspace)),
    [workspace, mode],
  );
  const found = useMemo(() => {
    const fields = mode === "commands" ? fieldEntries(workspace, state, wanted) : [];
    return [...search(all, wanted), ...fields].slice(0, mostShown);
  }, [all, workspace, mode, state, wanted]);

  const run = (entry: PaletteEntry | undefined) => {
    if (entry === undefined) return;
    if (entry.refused !== null) return workspace.editor.announce(entry.refused);
    onClose();
    entry.run();
  };
  const press = (event: KeyboardEvent) => {
    const by = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (by !== 0) setAt((before) => (before + by + found.length) % Math.max(1, found.length));
    else if (event.key === "Enter") run(found[at]);
    else return;
    event.preventDefault();
  };
  const name = mode === "commands" ? "Commands" : "Find a step";
  return (
    <SheetDialog label={name} onClose={onClose}>
      <input
        className="sw-commands-input"
        role="combobox"
        aria-expanded="true"
        aria-controls="commands-list"
        aria-activedescendant={found.length > 0 ? `command-${at}` : undefined}
        aria-label={name}
        placeholder={mode === "commands" ? "What would you like to do?" : "Find a step by its name or type"}
        value={wanted}
        onChange={(event) => {
          setWanted(event.currentTarget.value);
          setAt(0);
        }}
        onKeyDown={press}
      />
      <div id="commands-list" role="listbox" aria-label={name} className="sw-commands-list">
        {found.map((entry, index) => (
          <ListOption
            key={entry.id}
            id={`command-${index}`}
            className="sw-command"
            active={index === at}
            refused={entry.refused !== null}
            onPoint={() => setAt(index)}
            onPick={() => run(entry)}
          >
            <span>
              {entry.label}
              {entry.refused !== null && <span className="sw-command-refused">{entry.refused}</span>}
            </span>
            <span className="sw-command-hint">{entry.hint}</span>
          </ListOption>
        ))}
      </div>
      {found.length === 0 && <p className="sw-commands-none">Nothing here is called “{wanted}”.</p>}
    </SheetDialog>
  );
}
