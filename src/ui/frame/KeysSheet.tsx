import "./KeysSheet.css";
import { commands } from "../../editor/commands";
import type { AnyCommand, Command } from "../../editor/commands/command";
import type { EditorState } from "../../editor/session/editorState";
import { nothing } from "../../editor/session/selection";
import { startHistory } from "../../pipeline/history";
import { chordInWords } from "../kit/keyWords";
import { PlainButton } from "../kit/PlainButton";
import { SmallTitle } from "../kit/SmallTitle";
import { useEditor } from "../kit/useWorkspace";
import { SheetDialog } from "./SheetDialog";

/** Every command that has keys, by what it is about. */
export function KeysSheet({ onClose }: { readonly onClose: () => void }) {
  const { store } = useEditor();
  const state = ofNothing(store.getState());
  const keyed = commands.filter(hasKeys);
  const groups = [...new Set(keyed.map(({ group }) => group))];
  return (
    <SheetDialog label="Keys" onClose={onClose}>
      <div className="sw-keys-head">
        <h2>Keys</h2>
        <PlainButton look="icon" aria-label="Close the keys" onClick={onClose}>
          ✕
        </PlainButton>
      </div>
      <div className="sw-keys">
        {groups.map((group) => (
          <section key={group} aria-label={group}>
            <SmallTitle as="h3">{group}</SmallTitle>
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
    </SheetDialog>
  );
}

function hasKeys(command: AnyCommand): command is AnyCommand & Command {
  return command.keys !== undefined;
}

/** The commands are called by what they do to anything, not to what happens to be selected. */
function ofNothing(state: EditorState): EditorState {
  return { ...state, selection: nothing, history: startHistory(state.document) };
}
