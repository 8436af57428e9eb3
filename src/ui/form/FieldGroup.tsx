import { memo, useContext, useMemo } from "react";
import type { FieldItem } from "../../editor/form/item";
import { labelOf } from "../../editor/form/label";
import { FieldGroupContext } from "../kit/inspectedStep";
import { AllFieldsContext } from "./AllFieldsContext";
import { FieldSlot } from "./FieldSlot";
import { Fold } from "./Fold";
import { HintContext } from "./HintContext";

interface Props {
  readonly fields: readonly FieldItem[];
  readonly rest: readonly FieldItem[];
  /** How deep the group itself lies: what comes behind tells its fields apart. */
  readonly depth: number;
  /** Whose the folded fields are, behind their number: "of channel train". */
  readonly moreSaid: string;
}

const inRest = { group: "rest", root: null } as const;

/** The shown fields of one structure, and behind a fold what else it takes. */
export const FieldGroup = memo(function FieldGroup({ fields, rest, depth, moreSaid }: Props) {
  const all = useContext(AllFieldsContext);
  const hints = useMemo(() => hintsOf(fields, depth), [fields, depth]);
  return (
    <>
      {fields.map((item) => (
        <HintContext key={item.printed} value={hints.get(item.printed) ?? null}>
          <FieldSlot item={item} />
        </HintContext>
      ))}
      {all && rest.length > 0 && (
        <Fold title={rest.length === 1 ? "1 more field" : `${rest.length} more fields`} said={moreSaid} level={2}>
          <FieldGroupContext value={inRest}>
            {rest.map((item) => (
              <FieldSlot key={item.printed} item={item} />
            ))}
          </FieldGroupContext>
        </Fold>
      )}
    </>
  );
});

/** Where two fields of a group have one label: the structures that they lie in. */
function hintsOf(fields: readonly FieldItem[], depth: number): ReadonlyMap<string, string> {
  const count = new Map<string, number>();
  for (const { label } of fields) count.set(label, (count.get(label) ?? 0) + 1);
  const hints = new Map<string, string>();
  for (const { label, path, printed } of fields) {
    const enclosing = path.slice(depth, -1).filter((segment) => typeof segment === "string");
    if ((count.get(label) ?? 0) > 1 && enclosing.length > 0) hints.set(printed, enclosing.map(labelOf).join(" › "));
  }
  return hints;
}
