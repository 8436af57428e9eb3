import Button, { type ButtonProps } from "@cloudscape-design/components/button";
import { useEffect, useRef } from "react";
import { useEditorState } from "../../kit/useWorkspace";

interface Props {
  readonly item: { readonly label: string };
  readonly open: boolean;
  readonly onToggle: () => void;
}

/** Opens the list of what a field could read. Closed without a choice, the focus comes back here. */
export function ReferenceButton({ item, open, onToggle }: Props) {
  const readOnly = useEditorState((state) => state.readOnly);
  const button = useRef<ButtonProps.Ref>(null);
  const wasOpen = useRef(open);
  useEffect(() => {
    if (wasOpen.current && !open && document.activeElement === document.body) button.current?.focus();
    wasOpen.current = open;
  }, [open]);
  return (
    <Button
      ref={button}
      variant="inline-icon"
      ariaLabel={`Reference for ${item.label}`}
      ariaExpanded={open}
      disabled={readOnly}
      iconSvg={
        <svg viewBox="0 0 16 16" focusable="false" aria-hidden="true">
          <path d="M6.5 9.5a3 3 0 0 0 4.2 0l2.4-2.4a3 3 0 0 0-4.2-4.2L7.8 4" />
          <path d="M9.5 6.5a3 3 0 0 0-4.2 0L2.9 8.9a3 3 0 0 0 4.2 4.2L8.2 12" />
        </svg>
      }
      onClick={onToggle}
    />
  );
}
