import { useEffect } from "react";
import { selectedStep } from "../../editor/session/selectors";
import { noteAddress, readFragment } from "../kit/address";
import { useEditor } from "../kit/useWorkspace";

/** The address names the selected step, and shows the step that it names. */
export function useStepAddress(): void {
  const editor = useEditor();
  useEffect(() => {
    const show = () => {
      const address = readFragment(window.location.hash);
      if (address !== null && "step" in address && address.step !== undefined) editor.reveal(address.step);
    };
    // The canvas shows all steps first.
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(show);
    });
    const stopFollowing = editor.store.subscribe((state, before) => {
      if (state.selection === before.selection) return;
      const step = selectedStep(state);
      const address = readFragment(window.location.hash);
      if (address === null || address.page === "start") return;
      const { step: _before, ...whole } = address;
      noteAddress(step === null ? whole : { ...whole, step });
    });
    window.addEventListener("hashchange", show);
    return () => {
      cancelAnimationFrame(frame);
      stopFollowing();
      window.removeEventListener("hashchange", show);
    };
  }, [editor]);
}
