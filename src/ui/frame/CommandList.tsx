import "./CommandList.css";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { spotsCalledInParts, stepsCalled } from "../../editor/commands/view/spotsCalled";
import { ListOption } from "../kit/ListOption";
import { useInSlices } from "../kit/useInSlices";
import { useWorkspace } from "../kit/useWorkspace";
import {
  commandEntries,
  fieldEntriesInParts,
  type PaletteEntry,
  search,
  spotEntries,
  stepEntries,
} from "./paletteEntries";

/** `commands`: everything that can be done, and the steps and fields to go to; else steps, fields and values alone. */
export type CommandMode = "commands" | "find a step";

/** The keys that choose in the list. */
export type ListKey = "ArrowDown" | "ArrowUp" | "Enter";

interface Props {
  readonly name: string;
  readonly mode: CommandMode;
  readonly wanted: string;
  /** The id of the entry that Enter runs; null where nothing is found. */
  readonly onActive: (id: string | null) => void;
  readonly onClose: () => void;
  /** Takes what the keys of the text field do here, anew with each list. */
  readonly lend: (choose: (key: ListKey) => void) => void;
}

const mostShown = 100;

/** What is found, the first of it ready to be run. */
export function CommandList({ name, mode, wanted, onActive, onClose, lend }: Props) {
  const workspace = useWorkspace();
  const [state] = useState(() => workspace.editor.store.getState());
  const [at, setAt] = useState(0);
  // Steps are found at once, what stands in their fields, of which there may be thousands, in slices.
  const first = useMemo(() => {
    if (mode !== "commands") return spotEntries(workspace, stepsCalled(state, wanted), wanted, mostShown);
    return search([...commandEntries(workspace), ...stepEntries(workspace)], wanted);
  }, [workspace, mode, state, wanted]);
  const look = useCallback(
    function* (): Generator<undefined, readonly PaletteEntry[]> {
      if (mode === "commands") return [...first, ...(yield* fieldEntriesInParts(workspace, state, wanted))];
      return spotEntries(workspace, yield* spotsCalledInParts(state, wanted), wanted, mostShown);
    },
    [first, workspace, mode, state, wanted],
  );
  const all = useInSlices(look);
  const found = useMemo(() => (all ?? first).slice(0, mostShown), [all, first]);
  const early = useRef<ListKey[]>([]);

  const run = (entry: PaletteEntry | undefined) => {
    if (entry === undefined) return;
    if (entry.refused !== null) return workspace.editor.announce(entry.refused);
    onClose();
    entry.run();
  };
  useEffect(() => onActive(found.length > 0 ? `command-${at}` : null), [onActive, found, at]);
  useEffect(() => {
    let chosen = at;
    const choose = (key: ListKey) => {
      // Whoever presses Enter before anything is found means what will be.
      if (all === null && found.length === 0) return void early.current.push(key);
      if (key === "Enter") return run(found[chosen]);
      chosen = (chosen + (key === "ArrowDown" ? 1 : -1) + found.length) % Math.max(1, found.length);
      setAt(chosen);
    };
    lend(choose);
    if (all !== null) for (const key of early.current.splice(0)) choose(key);
  });
  return (
    <>
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
      {all !== null && found.length === 0 && (
        <p className="sw-commands-none">
          {wanted.trim() === "" ? "There is nothing to go to yet." : `Nothing here is called “${wanted}”.`}
        </p>
      )}
    </>
  );
}
