import "./commandPalette.css";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import type { Editor } from "../../editor/session/createEditor";
import { listSteps } from "../../pipeline/graph/stepTree";
import { stepTypeOf } from "../../pipeline/steps";
import { ListOption } from "../kit/ListOption";
import { useWorkspace } from "../kit/useWorkspace";
import { type Command, commandsFor } from "./commands";

/** `commands`: everything that can be done, and the steps to go to; `steps`: the steps alone. */
export type PaletteMode = "commands" | "steps";

const mostShown = 50;

interface Props {
  readonly mode: PaletteMode;
  readonly onClose: () => void;
}

export function CommandPalette({ mode, onClose }: Props) {
  const workspace = useWorkspace();
  const { editor } = workspace;
  const dialog = useRef<HTMLDialogElement>(null);
  const [all] = useState(() => (mode === "steps" ? steps(editor) : [...commandsFor(workspace), ...steps(editor)]));
  const [wanted, setWanted] = useState("");
  const [at, setAt] = useState(0);
  const found = search(all, wanted);
  useEffect(() => dialog.current?.showModal(), []);

  const run = (command: Command | undefined) => {
    if (command === undefined) return;
    onClose();
    command.run();
  };
  const press = (event: KeyboardEvent) => {
    const by = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (by !== 0) setAt((before) => (before + by + found.length) % Math.max(1, found.length));
    else if (event.key === "Enter") run(found[at]);
    else return;
    event.preventDefault();
  };
  const name = mode === "steps" ? "Find a step" : "Commands";
  return (
    <dialog
      ref={dialog}
      className="sw-commands"
      aria-label={name}
      onClose={onClose}
      onMouseDown={(event) => {
        if (event.target === dialog.current) onClose();
      }}
    >
      <input
        className="sw-commands-input"
        role="combobox"
        aria-expanded="true"
        aria-controls="sw-commands-list"
        aria-activedescendant={found.length > 0 ? `sw-command-${at}` : undefined}
        aria-label={name}
        placeholder={mode === "steps" ? "Find a step by its name or type" : "What would you like to do?"}
        value={wanted}
        onChange={(event) => {
          setWanted(event.currentTarget.value);
          setAt(0);
        }}
        onKeyDown={press}
      />
      <div id="sw-commands-list" role="listbox" aria-label={name} className="sw-commands-list">
        {found.map((command, index) => (
          <ListOption
            key={`${command.label} ${command.hint}`}
            id={`sw-command-${index}`}
            className="sw-command"
            active={index === at}
            onPoint={() => setAt(index)}
            onPick={() => run(command)}
          >
            <span>{command.label}</span>
            <span className="sw-command-hint">{command.hint}</span>
          </ListOption>
        ))}
      </div>
      {found.length === 0 && <p className="sw-commands-none">Nothing here is called “{wanted}”.</p>}
    </dialog>
  );
}

function steps(editor: Editor): Command[] {
  return listSteps(editor.store.getState().document.definition).map(({ key, type }) => ({
    label: key,
    hint: stepTypeOf(type).label,
    run: () => editor.reveal(key),
  }));
}

/** What holds every word, what begins with the first one at the top. */
function search(all: readonly Command[], wanted: string): readonly Command[] {
  const words = wanted.trim().toLowerCase().split(/\s+/);
  const first = words[0] ?? "";
  const rank = ({ label }: Command) => (label.toLowerCase().startsWith(first) ? 0 : 1);
  return all
    .filter(({ label, hint }) => words.every((word) => `${label} ${hint}`.toLowerCase().includes(word)))
    .sort((left, right) => (first === "" ? 0 : rank(left) - rank(right)))
    .slice(0, mostShown);
}
