import type { ReactNode } from "react";
import { valueItem } from "../../../editor/form/item";
import type { Path } from "../../../pipeline/definition/path";
import { useInspectedStep } from "../../kit/inspectedStep";
import { FieldSlot } from "../FieldSlot";
import { ValueList } from "../ValueList";

interface Props {
  readonly path: Path;
  readonly title: string;
  readonly select: ReactNode;
}

/** One value looked for in a list of values, each of them a literal or a reference. */
export function OneOf({ path, title, select }: Props) {
  const { source } = useInspectedStep();
  return (
    <>
      <div className="sw-operand">
        <FieldSlot item={valueItem(source, [...path, "QueryValue"], `Value of ${title}`)} />
      </div>
      {select}
      <ValueList list={[...path, "Values"]} noun="value" of={` of ${title}`} />
    </>
  );
}
