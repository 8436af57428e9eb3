import { useEffect, useState } from "react";
import { selectedStep } from "../../editor/session/selectors";
import { useEditorState } from "../kit/useWorkspace";
import type { PanelSize } from "./panelSizes";

export interface InspectorDrawer {
  readonly open: boolean;
  toggle(): void;
}

/**
 * Whether the inspector is seen. Where it has a column of its own: until it is put away, and again when somebody asks for a field. Where
 * it lies over the canvas it opens for the step that is selected, until it is closed for that step; or for the pipeline, when asked.
 */
export function useInspectorDrawer(narrow: boolean, { away, putAway }: PanelSize): InspectorDrawer {
  const step = useEditorState(selectedStep);
  const field = useEditorState(({ revealed }) => (revealed?.path === undefined ? null : revealed));
  const [asked, setAsked] = useState<{ readonly step: string | null; readonly open: boolean }>({
    step: null,
    open: false,
  });
  useEffect(() => {
    if (field === null) return;
    putAway(false);
    setAsked({ step: field.key, open: true });
  }, [field, putAway]);
  if (!narrow) return { open: !away, toggle: () => putAway(!away) };
  const open = asked.step === step ? asked.open : step !== null;
  return { open, toggle: () => setAsked({ step, open: !open }) };
}
