import type { FieldIds } from "../fieldIds";
import { isoDurationInWords } from "../fields/isoDuration";
import type { FieldItem } from "../fields/item";
import { TextControl } from "./TextControl";

interface Props {
  readonly item: FieldItem;
  readonly text: string;
  readonly ids: FieldIds;
  readonly invalid: boolean;
}

/** An ISO 8601 duration, and behind it what it says: "30 days". */
export function DurationControl({ item, text, ids, invalid }: Props) {
  return (
    <div className="sw-number">
      <TextControl item={item} text={text} ids={ids} invalid={invalid} />
      <span className="sw-unit">{isoDurationInWords(text)}</span>
    </div>
  );
}
