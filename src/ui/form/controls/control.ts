import type { FieldItem } from "../../../editor/form/item";
import type { Value } from "../../../pipeline/definition/value";
import type { FieldIds } from "../../kit/fieldIds";
import { useEditorState } from "../../kit/useWorkspace";

/** What each control of a field is given. */
export interface ControlProps {
  readonly item: FieldItem;
  readonly ids: FieldIds;
  readonly invalid: boolean;
}

/** What one is given that takes more than the definition can hold, and says why. */
export interface RefusingControlProps extends ControlProps {
  readonly value: Value | undefined;
  readonly onRefusal: (why: string | null) => void;
}

/** What a control says of the field that it stands in. */
export function useControlAttributes({ item, ids, invalid }: ControlProps) {
  const readOnly = useEditorState((state) => state.readOnly);
  return {
    controlId: ids.control,
    ariaDescribedby: ids.path,
    ariaRequired: item.required,
    invalid,
    readOnly,
  };
}
