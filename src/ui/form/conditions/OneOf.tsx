import type { ReactNode } from "react";
import type { Path } from "../../../pipeline/definition/path";
import { ValueList } from "../ValueList";
import { Operand } from "./Operand";

interface Props {
  readonly path: Path;
  readonly title: string;
  readonly select: ReactNode;
}

/** One value looked for in a list of values, each of them a literal or a reference. */
export function OneOf({ path, title, select }: Props) {
  return (
    <>
      <Operand path={[...path, "QueryValue"]} label={`Value of ${title}`} />
      {select}
      <ValueList list={[...path, "Values"]} noun="value" of={` of ${title}`} />
    </>
  );
}
