import type { Recipe } from "../../pipeline/edits/edit";
import type { Editor } from "./createEditor";

/** A visit to a control: what is typed shows everywhere at once, and is one entry of the history. */
export interface Visit<Value> {
  /** Changes the document at once; the first change opens the gesture. False where it was refused. */
  readonly set: (value: Value) => boolean;
  /** Enter, or leaving the control: one entry in the history. */
  readonly commit: () => void;
  /** Escape: as if it had not been. True where there was something to take back. */
  readonly cancel: () => boolean;
  /** A visit of one change: something was chosen. */
  readonly put: (value: Value) => boolean;
}

/** `write` says what of the document a value changes (`form/writers.ts`). */
export function openVisit<Value>(editor: Editor, label: string, write: (value: Value) => Recipe): Visit<Value> {
  let isOpen = false;
  const visit: Visit<Value> = {
    set(value) {
      if (!isOpen) {
        editor.gesture(label);
        isOpen = true;
      }
      return editor.edit(label, write(value)).ok;
    },
    commit() {
      if (!isOpen) return;
      isOpen = false;
      editor.commit();
    },
    cancel() {
      if (!isOpen) return false;
      isOpen = false;
      editor.cancel();
      return true;
    },
    put(value) {
      visit.commit();
      const done = visit.set(value);
      visit.commit();
      return done;
    },
  };
  return visit;
}
