import Autosuggest from "@cloudscape-design/components/autosuggest";
import { useMemo } from "react";
import { useFieldVisit } from "../../kit/useVisit";
import { VisitKeys } from "../../kit/VisitKeys";
import { type ControlProps, useControlAttributes } from "./control";

interface Props extends ControlProps {
  readonly text: string;
  readonly values: readonly string[];
  /** What is said of another text. */
  readonly none?: string;
}

/** One of the values that AWS knows; any other text too, since AWS adds to them. */
export function ChoiceControl({
  text,
  values,
  none = "AWS knows no such value; it is kept as typed.",
  ...control
}: Props) {
  const { item } = control;
  const attributes = useControlAttributes(control);
  const visit = useFieldVisit(item);
  const options = useMemo(() => values.map((value) => ({ value })), [values]);
  return (
    <VisitKeys visit={visit}>
      <Autosuggest
        value={text}
        options={options}
        // The value that stands there must not hide the others: the list filters only while one types.
        filteringType={values.includes(text) ? "manual" : "auto"}
        {...attributes}
        expandToViewport
        virtualScroll={values.length > 40}
        clearAriaLabel={`Clear ${item.label}`}
        disableBrowserAutocorrect
        enteredTextLabel={(value) => `Use “${value}”`}
        hideEnteredTextOption={values.includes(text)}
        empty={none}
        onChange={({ detail }) => visit.set(detail.value)}
        onSelect={visit.commit}
        onBlur={visit.commit}
      />
    </VisitKeys>
  );
}
