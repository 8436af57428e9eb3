import { useCallback, useContext, useEffect, useMemo, useRef } from "react";
import type { FieldItem } from "../../editor/form/item";
import type { Recipe } from "../../pipeline/edits/edit";
import { FieldPlaceContext, useInspectedStep } from "./inspectedStep";
import { useEditor } from "./useWorkspace";

export interface Visit {
  /** Changes the document at once; the first change opens the gesture. False where the edit was refused. */
  readonly change: (recipe: Recipe) => boolean;
  /** Enter, or leaving the control: one entry in the history. */
  readonly commit: () => void;
  /** Escape: as if it had not been. True where there was something to take back. */
  readonly cancel: () => boolean;
}

/** A visit to a control is one gesture: what is typed shows everywhere at once, and is one step of undo. */
export function useVisit(label: string): Visit {
  const editor = useEditor();
  const open = useRef(false);
  const commit = useCallback(() => {
    if (!open.current) return;
    open.current = false;
    editor.commit();
  }, [editor]);
  // A control that goes away in the middle of a visit ends it.
  useEffect(() => commit, [commit]);
  return useMemo(
    () => ({
      change(recipe) {
        if (!open.current) {
          editor.gesture(label);
          open.current = true;
        }
        return editor.edit(label, recipe).ok;
      },
      commit,
      cancel() {
        if (!open.current) return false;
        open.current = false;
        editor.cancel();
        return true;
      },
    }),
    [editor, label, commit],
  );
}

/** A visit to a field, which stays in its place on the form until another step is shown. */
export function useFieldVisit(item: FieldItem): Visit {
  const { stepKey } = useInspectedStep();
  const keep = useKeepPlace(item);
  const visit = useVisit(`Set ${item.label} of ${stepKey}`);
  return useMemo(
    () => ({
      ...visit,
      change(recipe) {
        keep();
        return visit.change(recipe);
      },
    }),
    [visit, keep],
  );
}

/** Says that a field is worked in, so that it stays where it is drawn. */
export function useKeepPlace(item: FieldItem): () => void {
  const { keepPlace } = useInspectedStep();
  const place = useContext(FieldPlaceContext);
  return useCallback(() => {
    if (place !== null) keepPlace(place.root ?? item.printed, place.place);
  }, [keepPlace, place, item.printed]);
}
