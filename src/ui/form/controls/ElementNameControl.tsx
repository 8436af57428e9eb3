import type { FieldItem } from "../../../editor/form/item";
import { parsePath } from "../../../pipeline/definition/path";
import { get, getIn, isList, text as textIn } from "../../../pipeline/definition/value";
import { entryOf, useInspectedStep } from "../../kit/inspectedStep";
import { useEditorState } from "../../kit/useWorkspace";
import { ChoiceControl } from "./ChoiceControl";
import type { ControlProps } from "./control";

/** True for a field that names an element of a list in the request: the output in which a property file lies. */
export function namesElement({ path, name }: FieldItem): boolean {
  return path[0] === "PropertyFiles" && name === "OutputName";
}

/** The name of an element that the step itself has; any other text too, until that element is there. */
export function ElementNameControl({ text, ...control }: ControlProps & { readonly text: string }) {
  const { stepKey, source } = useInspectedStep();
  const names = useEditorState((state) =>
    Object.values(source.stepType.namedLists ?? {}).flatMap(({ at, name }) => {
      const list = name === control.item.name ? getIn(entryOf(state, stepKey)?.step, parsePath(at) ?? []) : undefined;
      return isList(list) ? list.flatMap((element) => textIn(get(element, name)) || []) : [];
    }),
  );
  return <ChoiceControl {...control} text={text} values={names} none="The step has no output of that name yet." />;
}
