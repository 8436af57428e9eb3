/**
 * What is typed in the Definition panel and what stands in the document, kept together. A visit is one gesture: it opens with the first
 * change, every text that parses changes the document at once, leaving ends it, Escape takes it back. A text that does not parse
 * changes nothing and stays for its author to mend.
 */
import { createStore, type StoreApi } from "zustand/vanilla";
import { definitionWriter } from "../../editor/form/writers";
import type { Editor } from "../../editor/session/createEditor";
import { parseDefinition, type Refusal } from "../../pipeline/definition/parse";
import { serialise } from "../../pipeline/definition/serialise";
import { isObject, sameValue } from "../../pipeline/definition/value";
import { keepSame } from "./keepSame";

/** The text on the screen. */
export interface TextOnScreen {
  read(): string;
  length(): number;
  /** Puts another text in place; `undoable` where the author may want the old one back. */
  replace(text: string, undoable: boolean): void;
}

export interface VisitState {
  /** Why the text is no definition, null where it is one. */
  readonly refusal: Refusal | null;
  /** True while a visit has changed something. */
  readonly visiting: boolean;
}

export interface Visit {
  readonly state: StoreApi<VisitState>;
  /** The author changed the text. */
  changed(): void;
  /** The author left: what was typed is one entry in the history. */
  leave(): void;
  /** Escape: as if it had not been. True where there was something to take back. */
  restore(): boolean;
  /** True when the text shows the document's definition as it stands. */
  isCurrent(): boolean;
  close(): void;
}

/** Runs something soon, once; the returned function takes it back. */
export type Soon = (run: () => void, textLength: number) => () => void;

const label = "Edit the definition";

export function textOfDocument(editor: Editor): string {
  return serialise(editor.store.getState().document.definition, 2);
}

export function visitText(editor: Editor, screen: TextOnScreen, soon: Soon): Visit {
  const state = createStore<VisitState>(() => ({ refusal: null, visiting: false }));
  let applying = false;
  let takeBack: (() => void) | null = null;
  let shown = editor.store.getState().document.definition;

  const cancelPlanned = () => {
    takeBack?.();
    takeBack = null;
  };
  const plan = (run: () => void) => {
    cancelPlanned();
    takeBack = soon(() => {
      takeBack = null;
      run();
    }, screen.length());
  };

  /** Changes the document without hearing of it: the change came from here. */
  function quietly(change: () => void): void {
    applying = true;
    change();
    applying = false;
  }

  function apply(): void {
    const parsed = parseDefinition(screen.read());
    if (!parsed.ok) {
      state.setState({ refusal: parsed.refusal });
      return;
    }
    const { definition } = editor.store.getState().document;
    const next = keepSame(definition, parsed.value);
    if (isObject(next)) quietly(() => editor.edit(label, definitionWriter(next)));
    shown = editor.store.getState().document.definition;
    state.setState({ refusal: null });
  }

  function showDocument(undoable: boolean): void {
    const { document, history } = editor.store.getState();
    shown = document.definition;
    state.setState({ refusal: null, visiting: history.gesture !== null && state.getState().visiting });
    screen.replace(textOfDocument(editor), undoable);
  }

  /** The document changed elsewhere: on the canvas, by undo, in another tab. */
  const stopFollowing = editor.store.subscribe(({ document }, before) => {
    if (applying || document.definition === before.document.definition) return;
    plan(() => {
      const draft = state.getState().refusal !== null;
      showDocument(draft);
      if (draft) {
        editor.notice(
          "info",
          "Definition shows the pipeline again. What you typed there did not parse; Ctrl+Z in it brings it back.",
        );
      }
    });
  });

  return {
    state,
    changed() {
      if (!state.getState().visiting) {
        editor.gesture(label);
        state.setState({ visiting: true });
      }
      plan(apply);
    },
    leave() {
      if (!state.getState().visiting) return;
      if (takeBack !== null) {
        cancelPlanned();
        apply();
      }
      state.setState({ visiting: false });
      const { history } = editor.store.getState();
      const before = history.gesture?.before.definition;
      // What was typed and taken back by hand is no change.
      if (sameValue(before, history.present.definition)) quietly(() => editor.cancel());
      else editor.commit();
      if (state.getState().refusal === null) showDocument(false);
    },
    restore() {
      const { visiting, refusal } = state.getState();
      if (!visiting && refusal === null) return false;
      cancelPlanned();
      state.setState({ visiting: false });
      if (visiting) quietly(() => editor.cancel());
      showDocument(false);
      return true;
    },
    isCurrent: () =>
      takeBack === null && state.getState().refusal === null && shown === editor.store.getState().document.definition,
    close() {
      this.leave();
      cancelPlanned();
      stopFollowing();
    },
  };
}
