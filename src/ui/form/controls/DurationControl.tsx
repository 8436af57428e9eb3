import { isoDurationFromWords, isoDurationInWords } from "../../../editor/form/isoDuration";
import type { FieldItem } from "../../../editor/form/item";
import { setText } from "../../kit/editField";
import type { FieldIds } from "../../kit/fieldIds";
import { useInspectedStep } from "../../kit/inspectedStep";
import { useFieldVisit } from "../../kit/useVisit";
import { TextControl } from "./TextControl";
import { WithUnit } from "./WithUnit";

interface Props {
  readonly item: FieldItem;
  readonly text: string;
  readonly ids: FieldIds;
  readonly invalid: boolean;
}

/** An ISO 8601 duration, and behind it what it says: "30 days". What is typed in words is written as one when it is left. */
export function DurationControl({ item, text, ids, invalid }: Props) {
  const { stepKey, source } = useInspectedStep();
  const own = useFieldVisit(item);
  const meant = isoDurationFromWords(text);
  const commit = () => {
    if (meant !== null) own.change(setText(stepKey, source, item, meant));
    own.commit();
  };
  return (
    <WithUnit unit={meant ?? isoDurationInWords(text)}>
      <TextControl item={item} text={text} ids={ids} invalid={invalid} visit={{ ...own, commit }} />
    </WithUnit>
  );
}
