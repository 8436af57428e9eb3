import "./commandPalette.css";
import { useEffect, useRef } from "react";
import { commands } from "../../editor/commands";
import type { AnyCommand, Command } from "../../editor/commands/command";
import type { EditorState } from "../../editor/session/editorState";
import { nothing } from "../../editor/session/selection";
import { startHistory } from "../../pipeline/history";
import { chordInWords } from "../kit/keyWords";
import { useEditor } from "../kit/useWorkspace";

/** Every command that has keys, by what it is about. */
export function KeysSheet({ onClose }: { readonly onClose: () => void }) {
  const { store } = useEditor();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const state = ofNothing(store.getState());
  const keyed = commands.filter(hasKeys);
  const groups = [...new Set(keyed.map(({ group }) => group))];
  return (
    <dialog
      ref={dialog}
      className="sw-commands"
      aria-label="Keys"
      onClose={onClose}
      onMouseDown={(event) => {
        if (event.target === dialog.current) onClose();
      }}
    >
      <div className="sw-keys-head">
        <h2>Keys</h2>
        <button type="button" className="sw-plain-button" aria-label="Close the keys" onClick={onClose}>
          ✕
        </button>
      </div>
      <div className="sw-keys">
        {groups.map((group) => (
          <section key={group} aria-label={group}>
            <h3 className="sw-group-title">{group}</h3>
            <dl>
              {keyed
                .filter((command) => command.group === group)
                .map((command) => (
                  <div key={command.id} className="sw-keys-row">
                    <dt>{command.label(state, undefined)}</dt>
                    <dd>
                      {command.keys?.map((chord) => (
                        <kbd key={chord}>{chordInWords(chord)}</kbd>
                      ))}
                    </dd>
                  </div>
                ))}
            </dl>
          </section>
        ))}
      </div>
    </dialog>
  );
}

function hasKeys(command: AnyCommand): command is AnyCommand & Command {
  return command.keys !== undefined;
}

/** The commands are called by what they do to anything, not to what happens to be selected. */
function ofNothing(state: EditorState): EditorState {
  return { ...state, selection: nothing, history: startHistory(state.document) };
}
