import { useState } from "react";
import { selectedStep } from "../../editor/session/selectors";
import { useEditorState } from "../kit/useWorkspace";

export interface InspectorDrawer {
  readonly open: boolean;
  toggle(): void;
}

/** The drawer opens for the step that is selected, until it is closed for that step; or for the pipeline, when asked. */
export function useInspectorDrawer(): InspectorDrawer {
  const step = useEditorState(selectedStep);
  const [asked, setAsked] = useState<{ readonly step: string | null; readonly open: boolean }>({
    step: null,
    open: false,
  });
  const open = asked.step === step ? asked.open : step !== null;
  return { open, toggle: () => setAsked({ step, open: !open }) };
}
