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
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, by the keyboard too */}
      <section className="sw-keys" aria-label="All keys" tabIndex={0}>
        {groups.map((group) => (
          <section key={group} aria-label={group}>
            <SmallTitle as="h3">{group}</SmallTitle>
            <dl>
              {keyed
                .filter((command) => command.group === group)
                .map((command) => (
                  <Row key={command.id} does={command.label(state, undefined)} chords={command.keys ?? []} />
                ))}
            </dl>
          </section>
        ))}
        {others.map(([title, rows]) => (
          <section key={title} aria-label={title}>
            <SmallTitle as="h3">{title}</SmallTitle>
            <dl>
              {rows.map(([does, ...chords]) => (
                <Row key={does} does={does} chords={chords} />
              ))}
            </dl>
          </section>
        ))}
      </section>
    </SheetDialog>
  );
}

/** What is no command: the ways over the canvas and through a form. */
const others: readonly (readonly [string, readonly (readonly [string, ...string[]])[]])[] = [
  [
    "Canvas",
    [
      ["Go to the step that lies there", "arrowleft", "arrowright", "arrowup", "arrowdown"],
      ["Select that step too", "shift+arrowleft", "shift+arrowright", "shift+arrowup", "shift+arrowdown"],
      ["Take a step into the selection, or out of it", "shift+ "],
      ["Go into the ports of a step, and take a wire up or down", "enter"],
      ["Light the whole path, up and down, while it is held", "alt"],
      ["Take the wire that is proposed for a new step", "tab"],
      ["Pan with the pointer, while it is held", " "],
    ],
  ],
  [
    "Forms",
    [
      ["Go to the next input", "tab"],
      ["Go to the signs of a field; the arrows lead on, Escape back", "alt+arrowup"],
    ],
  ],
];

function Row({ does, chords }: { readonly does: string; readonly chords: readonly string[] }) {
  return (
    <div className="sw-keys-row">
      <dt>{does}</dt>
      <dd>
        {chords.map((chord) => (
          <kbd key={chord}>{chordInWords(chord)}</kbd>
        ))}
      </dd>
    </div>
  );
}

function hasKeys(command: AnyCommand): command is AnyCommand & Command {
  return command.keys !== undefined;
}

/** The commands are called by what they do to anything, not to what happens to be selected. */
function ofNothing(state: EditorState): EditorState {
  return { ...state, selection: nothing, history: startHistory(state.document) };
}
