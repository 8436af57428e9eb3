import { addElement } from "../../editor/commands/fields/fields";
import { isDone } from "../../editor/commands/perform";
import { valueItem } from "../../editor/form/item";
import { capital } from "../../editor/form/label";
import { type Path, printPath } from "../../pipeline/definition/path";
import { focusFieldIn } from "../kit/focusField";
import { useInspectedStep, useListLength } from "../kit/inspectedStep";
import { useRun } from "../kit/useCommands";
import { useEditorState } from "../kit/useWorkspace";
import { AddLink } from "./AddLink";
import { ItemButtons } from "./ItemButtons";
import { ValueRow } from "./ValueRow";

interface Props {
  readonly list: Path;
  /** "item": "Item 1", "Add item", "Remove item 2". */
  readonly noun: string;
  /** What the values belong to, as it is said behind each: " of condition 1"; "" where the form says it. */
  readonly of: string;
  /** True where the order counts. */
  readonly ordered?: boolean;
}

/** Values of a list inside a form of its own, each a literal, a reference or text with chips. */
export function ValueList({ list, noun, of, ordered = false }: Props) {
  const run = useRun();
  const { stepKey } = useInspectedStep();
  const readOnly = useEditorState((state) => state.readOnly);
  const count = useListLength(list);
  const add = () => {
    if (isDone(run(addElement, { step: stepKey, list, element: "", label: `${noun}${of}` })))
      focusFieldIn(printPath([...list, count]));
  };
  return (
    <>
      {Array.from({ length: count }, (_, index) => (
        // A value has no identity but its place: two may be equal.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        <Row key={index} list={list} index={index} count={count} noun={noun} of={of} ordered={ordered} />
      ))}
      {!readOnly && <AddLink words={`Add ${noun}`} label={`Add ${noun}${of}`} onAdd={add} />}
    </>
  );
}

interface RowProps extends Required<Props> {
  readonly index: number;
  readonly count: number;
}

function Row({ list, index, count, noun, of, ordered }: RowProps) {
  const { source } = useInspectedStep();
  const readOnly = useEditorState((state) => state.readOnly);
  const name = `${noun} ${index + 1}${of}`;
  const path = [...list, index];
  const moves = ordered ? Number(index > 0) + Number(index < count - 1) : 0;
  return (
    <ValueRow
      item={valueItem(source, path, capital(name))}
      count={readOnly ? 0 : 1 + moves}
      buttons={<ItemButtons title={name} list={list} index={index} count={count} ordered={ordered} />}
    />
  );
}
