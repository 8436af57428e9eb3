/** Chords: how keys are written (`mod+shift+z`, with Ctrl and Cmd as one), read from an event, and shown to a person. */
import { lookup } from "../../pipeline/definition/byName";

/** The parts of a keyboard event that a chord is read from. */
export interface KeyPress {
  readonly key: string;
  /** The key's place, which says the digit that stands there whatever Shift makes of it. */
  readonly code?: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

export function chordOf({ key: typed, code = "", ctrlKey, metaKey, shiftKey, altKey }: KeyPress): string {
  const key = shiftKey && /^Digit\d$/.test(code) && typed !== "?" ? code.slice(-1) : typed;
  // A sign such as ? is typed with Shift on one keyboard and without it on another.
  const isSign = key.length === 1 && key.toLowerCase() === key.toUpperCase() && !/\d/.test(key);
  const modifiers = [ctrlKey || metaKey ? "mod+" : "", shiftKey && !isSign ? "shift+" : "", altKey ? "alt+" : ""];
  return modifiers.join("") + key.toLowerCase();
}

const words: Readonly<Record<string, string>> = {
  shift: "Shift",
  alt: "Alt",
  delete: "Delete",
  backspace: "Backspace",
  escape: "Esc",
  enter: "Enter",
  tab: "Tab",
  contextmenu: "Menu key",
  " ": "Space",
  arrowleft: "←",
  arrowright: "→",
  arrowup: "↑",
  arrowdown: "↓",
};

/** "Ctrl+Shift+Z", on a Mac "⌘⇧Z". */
export function chordInWords(chord: string, isMac: boolean): string {
  const parts = chord.split("+");
  const said = parts.map((part) => {
    if (part === "mod") return isMac ? "⌘" : "Ctrl";
    if (isMac && part === "shift") return "⇧";
    if (isMac && part === "alt") return "⌥";
    return (
      lookup(words, part) ?? (part.length === 1 ? part.toUpperCase() : part.charAt(0).toUpperCase() + part.slice(1))
    );
  });
  return said.join(isMac ? "" : "+");
}
