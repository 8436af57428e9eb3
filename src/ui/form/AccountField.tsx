import Button from "@cloudscape-design/components/button";
import type { ResourceKind } from "../../contract/account";
import type { FieldItem } from "../../editor/form/item";
import { LazyAccountPicker } from "../kit/account/LazyAccountPicker";
import { focusFieldIn } from "../kit/focusField";
import { useFieldVisit } from "../kit/useVisit";
import { useEditorState } from "../kit/useWorkspace";
import { PickerBox } from "../text/references/PickerBox";

interface ButtonProps {
  readonly item: FieldItem;
  readonly open: boolean;
  readonly onToggle: () => void;
}

/** Opens the list of what the chosen target has for a field. */
export function AccountButton({ item, open, onToggle }: ButtonProps) {
  const readOnly = useEditorState((state) => state.readOnly);
  return (
    <Button
      variant="inline-icon"
      iconName="search"
      ariaLabel={`Choose ${item.label} in the target`}
      ariaExpanded={open}
      disabled={readOnly}
      onClick={onToggle}
    />
  );
}

interface ListProps {
  readonly item: FieldItem;
  readonly kind: ResourceKind;
  readonly onClose: () => void;
}

/** Below the field: what the chosen target has. */
export function AccountList({ item, kind, onClose }: ListProps) {
  const visit = useFieldVisit(item);
  const take = (value: string) => {
    visit.set(value);
    visit.commit();
    focusFieldIn(item.printed);
  };
  return (
    <PickerBox role="group" aria-label={`What the target has for ${item.label}`}>
      <LazyAccountPicker kind={kind} label={item.label} onPick={take} onClose={onClose} />
    </PickerBox>
  );
}
