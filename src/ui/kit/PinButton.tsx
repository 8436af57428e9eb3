import Button from "@cloudscape-design/components/button";
import { memo } from "react";
import { pinPort } from "../../editor/commands/fields/pins";
import { useInspectedStep } from "./inspectedStep";
import { useRun } from "./useCommands";
import { useEditorState } from "./useWorkspace";

interface Props {
  readonly side: "inputs" | "outputs";
  readonly path: string;
  /** What it is called. */
  readonly name: string;
}

/** Shows a field or an output as a port on the card although nothing is wired to it. */
export const PinButton = memo(function PinButton({ side, path, name }: Props) {
  const run = useRun();
  const { stepKey } = useInspectedStep();
  const pinned = useEditorState((state) => state.document.pins.get(stepKey)?.[side].includes(path) === true);
  const readOnly = useEditorState((state) => state.readOnly);
  return (
    <Button
      variant="inline-icon"
      disabled={readOnly}
      ariaLabel={pinned ? `Hide the port of ${name}` : `Show ${name} as port`}
      iconSvg={
        <svg viewBox="0 0 16 16" focusable="false" aria-hidden="true">
          <path d="M8 8h7" />
          <circle cx="5" cy="8" r="3" fill={pinned ? "currentColor" : "none"} />
        </svg>
      }
      nativeButtonAttributes={{ "aria-pressed": pinned }}
      onClick={() => run(pinPort, { step: stepKey, side, path, shown: !pinned })}
    />
  );
});
