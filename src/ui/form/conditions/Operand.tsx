import "./Operand.css";
import { valueItem } from "../../../editor/form/item";
import type { Path } from "../../../pipeline/definition/path";
import { get, getIn, isNumber, text, type Value } from "../../../pipeline/definition/value";
import { isOrdering } from "../../../pipeline/steps/comparisons";
import { entryOf, useInspectedStep } from "../../kit/inspectedStep";
import { useEditorState } from "../../kit/useWorkspace";
import { FieldSlot } from "../FieldSlot";

/** One value of a comparison. A sentence says what it is; its label and path are there to be heard. */
export function Operand({ path, label }: { readonly path: Path; readonly label: string }) {
  const { stepKey, source } = useInspectedStep();
  const isOrdered = useEditorState((state) => {
    const condition = getIn(entryOf(state, stepKey)?.step, path.slice(0, -1));
    return isOrdering(text(get(condition, "Type"))) && isNumberOrNothing(get(condition, String(path.at(-1))));
  });
  return (
    <div className="sw-operand">
      <FieldSlot item={valueItem(source, path, label, isOrdered ? "float" : "any")} />
    </div>
  );
}

/** What is greater or less is a number: nothing else has to be chosen first. Texts, booleans and references stay what they are. */
function isNumberOrNothing(value: Value | undefined): boolean {
  return value === undefined || value === "" || isNumber(value);
}
