import { isoDurationFromWords, isoDurationInWords } from "../../../editor/form/isoDuration";
import { useFieldVisit } from "../../kit/useVisit";
import type { ControlProps } from "./control";
import { TextControl } from "./TextControl";
import { WithUnit } from "./WithUnit";

/** An ISO 8601 duration, and behind it what it says: "30 days". What is typed in words is written as one when it is left. */
export function DurationControl({ text, ...control }: ControlProps & { readonly text: string }) {
  const { item } = control;
  const own = useFieldVisit(item);
  const meant = isoDurationFromWords(text);
  const commit = () => {
    if (meant !== null) own.set(meant);
    own.commit();
  };
  return (
    <WithUnit unit={meant ?? isoDurationInWords(text)}>
      <TextControl {...control} text={text} visit={{ ...own, commit }} />
    </WithUnit>
  );
}
