import "./Operand.css";
import { valueItem } from "../../../editor/form/item";
import type { Path } from "../../../pipeline/definition/path";
import { useInspectedStep } from "../../kit/inspectedStep";
import { FieldSlot } from "../FieldSlot";

/** One value of a comparison. A sentence says what it is; its label and path are there to be heard. */
export function Operand({ path, label }: { readonly path: Path; readonly label: string }) {
  const { source } = useInspectedStep();
  return (
    <div className="sw-operand">
      <FieldSlot item={valueItem(source, path, label)} />
    </div>
  );
}
