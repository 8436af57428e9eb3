/**
 * What is typed in the Definition panel and what stands in the document, kept together. A visit is one gesture: it opens with the first
 * change, every text that parses changes the document at once, leaving ends it, Escape takes it back. A text that does not parse
 * changes nothing and is kept as a draft, while the panel is closed too; where the pipeline changed meanwhile, it takes that one's place
 * only when its author says so.
 */
import { createStore, type StoreApi } from "zustand/vanilla";
import { definitionWriter } from "../../editor/form/writers";
import type { Editor } from "../../editor/session/createEditor";
import { keepSame } from "../../pipeline/definition/keepSame";
import { parseDefinition, type Refusal } from "../../pipeline/definition/parse";
import { serialise } from "../../pipeline/definition/serialise";
import { isObject, sameValue } from "../../pipeline/definition/value";

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
  /** True for a draft that takes the definition's place only when its author says so: the document has changed since it was begun. */
  readonly behind: boolean;
}

export interface Visit {
  readonly state: StoreApi<VisitState>;
  /** The author changed the text. */
  changed(): void;
  /** The author left: what was typed is one entry in the history. */
  leave(): void;
  /** Escape: as if it had not been. True where there was something to take back. */
  restore(): boolean;
  /** Puts a text that is behind in the place of the document's definition. */
  putOver(): void;
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
  const { draft, document: present } = editor.store.getState();
  let applying = false;
  let takeBack: (() => void) | null = null;
  let shown = draft?.over ?? present.definition;
  /** A draft that parses was behind when it was mended, and stays so where what changed is undone: it was never put into the document. */
  const isBehind = (refusal: Refusal | null): boolean => {
    const { draft, document } = editor.store.getState();
    return document.definition !== shown || (draft !== null && refusal === null);
  };
  const state = createStore<VisitState>(() => {
    const refusal = draft === null ? null : refusalOf(draft.text);
    return { refusal, visiting: false, behind: isBehind(refusal) };
  });

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

  function keepDraft(refusal: Refusal | null): void {
    state.setState({ refusal });
    editor.keepDraft({ text: screen.read(), over: shown });
  }

  function apply(): void {
    const parsed = parseDefinition(screen.read());
    if (!parsed.ok || state.getState().behind) {
      keepDraft(parsed.ok ? null : parsed.refusal);
      return;
    }
    const { definition } = editor.store.getState().document;
    const next = keepSame(definition, parsed.value);
    if (isObject(next)) quietly(() => editor.edit(label, definitionWriter(next)));
    shown = editor.store.getState().document.definition;
    state.setState({ refusal: null });
    editor.keepDraft(null);
  }

  function showDocument(undoable: boolean): void {
    const { document, history } = editor.store.getState();
    shown = document.definition;
    const visiting = history.gesture !== null && state.getState().visiting;
    state.setState({ refusal: null, behind: false, visiting });
    editor.keepDraft(null);
    screen.replace(textOfDocument(editor), undoable);
  }

  /** The document changed elsewhere: on the canvas, by undo, in another tab. */
  const stopFollowing = editor.store.subscribe(({ document }, before) => {
    if (applying || document.definition === before.document.definition) return;
    plan(() => {
      const { refusal, behind } = state.getState();
      if (refusal === null && !behind) return showDocument(false);
      state.setState({ behind: isBehind(refusal) });
    });
  });

  return {
    state,
    changed() {
      const { visiting, behind } = state.getState();
      if (!visiting && !behind) {
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
      const { visiting, refusal, behind } = state.getState();
      if (!visiting && refusal === null && !behind) return false;
      cancelPlanned();
      state.setState({ visiting: false });
      if (visiting) quietly(() => editor.cancel());
      showDocument(false);
      return true;
    },
    putOver() {
      state.setState({ behind: false });
      this.changed();
      this.leave();
    },
    isCurrent() {
      const { refusal, behind } = state.getState();
      return takeBack === null && refusal === null && !behind && shown === editor.store.getState().document.definition;
    },
    close() {
      this.leave();
      cancelPlanned();
      stopFollowing();
    },
  };
}

function refusalOf(text: string): Refusal | null {
  const parsed = parseDefinition(text);
  return parsed.ok ? null : parsed.refusal;
}
