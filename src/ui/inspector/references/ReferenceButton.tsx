import Button from "@cloudscape-design/components/button";
import { useEditorState } from "../../kit/useEditor";
import type { FieldItem } from "../fields/item";

interface Props {
  readonly item: FieldItem;
  readonly open: boolean;
  readonly onToggle: () => void;
}

/** Opens the list of what a field could read. */
export function ReferenceButton({ item, open, onToggle }: Props) {
  const readOnly = useEditorState((state) => state.readOnly);
  return (
    <Button
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
