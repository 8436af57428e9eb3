import Button from "@cloudscape-design/components/button";
import type { ReactNode } from "react";
import { type Path, printPath } from "../../../pipeline/definition/path";
import { getIn, isList } from "../../../pipeline/definition/value";
import { addElement, removeField } from "../../../pipeline/edits/fields";
import { useEditor, useEditorState } from "../../kit/useEditor";
import { FieldSlot } from "../FieldSlot";
import { valueItem } from "../fields/item";
import { focusFieldIn } from "../focusField";
import { entryOf, useInspectedStep } from "../inspectedStep";

interface Props {
  readonly path: Path;
  readonly title: string;
  readonly select: ReactNode;
}

/** One value looked for in a list of values, each of them a literal or a reference. */
export function OneOf({ path, title, select }: Props) {
  const editor = useEditor();
  const { stepKey, source } = useInspectedStep();
  const readOnly = useEditorState((state) => state.readOnly);
  const values: Path = [...path, "Values"];
  const count = useEditorState((state) => {
    const list = getIn(entryOf(state, stepKey)?.step, values);
    return isList(list) ? list.length : 0;
  });
  const add = () => {
    const added = editor.edit(`Add a value to ${title} of ${stepKey}`, addElement(stepKey, values, ""));
    if (added.ok) focusFieldIn(printPath([...values, count]));
  };
  return (
    <>
      <div className="sw-operand">
        <FieldSlot item={valueItem(source, [...path, "QueryValue"], `Value of ${title}`)} />
      </div>
      {select}
      {Array.from({ length: count }, (_, index) => (
        // A value has no identity but its place: two may be equal.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        <div className="sw-element-row" key={index}>
          <div className="sw-operand">
            <FieldSlot item={valueItem(source, [...values, index], `Value ${index + 1} in the list of ${title}`)} />
          </div>
          {!readOnly && (
            <span className="sw-element-buttons">
              <Button
                variant="inline-icon"
                iconName="close"
                ariaLabel={`Remove value ${index + 1} of ${title}`}
                onClick={() =>
                  editor.edit(`Remove a value from ${title} of ${stepKey}`, removeField(stepKey, [...values, index]))
                }
              />
            </span>
          )}
        </div>
      ))}
      {!readOnly && (
        <div className="sw-group-foot">
          <Button variant="inline-link" iconName="add-plus" ariaLabel={`Add a value to ${title}`} onClick={add}>
            Add value
          </Button>
        </div>
      )}
    </>
  );
}
