import "./ValueRow.css";
import type { ReactNode } from "react";
import type { FieldItem } from "../../editor/form/item";
import { ElementButtons } from "./ElementButtons";
import { FieldSlot } from "./FieldSlot";

interface Props {
  readonly item: FieldItem;
  /** How many buttons there are: the field's own make room for them. */
  readonly count: number;
  readonly buttons: ReactNode;
}

/** One value of a list, with the buttons that move and remove it. */
export function ValueRow({ item, count, buttons }: Props) {
  return (
    <div className="sw-value-row" data-buttons={count}>
      <FieldSlot item={item} />
      {count > 0 && <ElementButtons>{buttons}</ElementButtons>}
    </div>
  );
}
