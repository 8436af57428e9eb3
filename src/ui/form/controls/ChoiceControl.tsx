import Autosuggest from "@cloudscape-design/components/autosuggest";
import { useMemo } from "react";
import type { FieldItem } from "../../../editor/form/item";
import { setText } from "../../kit/editField";
import type { FieldIds } from "../../kit/fieldIds";
import { useInspectedStep } from "../../kit/inspectedStep";
import { useFieldVisit } from "../../kit/useVisit";
import { useEditorState } from "../../kit/useWorkspace";
import { VisitKeys } from "../../kit/VisitKeys";

interface Props {
  readonly item: FieldItem;
  readonly text: string;
  readonly values: readonly string[];
  readonly ids: FieldIds;
  readonly invalid: boolean;
}

/** One of the values that AWS knows; any other text too, since AWS adds to them. */
export function ChoiceControl({ item, text, values, ids, invalid }: Props) {
  const { stepKey, source } = useInspectedStep();
  const readOnly = useEditorState((state) => state.readOnly);
  const visit = useFieldVisit(item);
  const options = useMemo(() => values.map((value) => ({ value })), [values]);
  return (
    <VisitKeys visit={visit}>
      <Autosuggest
        value={text}
        options={options}
        // The value that stands there must not hide the others: the list filters only while one types.
        filteringType={values.includes(text) ? "manual" : "auto"}
        controlId={ids.control}
        ariaDescribedby={ids.path}
        ariaRequired={item.required}
        invalid={invalid}
        readOnly={readOnly}
        expandToViewport
        virtualScroll={values.length > 40}
        clearAriaLabel={`Clear ${item.label}`}
        disableBrowserAutocorrect
        enteredTextLabel={(value) => `Use “${value}”`}
        hideEnteredTextOption={values.includes(text)}
        empty="AWS knows no such value; it is kept as typed."
        onChange={({ detail }) => visit.change(setText(stepKey, source, item, detail.value))}
        onSelect={visit.commit}
        onBlur={visit.commit}
      />
    </VisitKeys>
  );
}
