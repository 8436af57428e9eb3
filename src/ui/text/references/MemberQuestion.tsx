import Button from "@cloudscape-design/components/button";
import Input from "@cloudscape-design/components/input";
import { useState } from "react";
import { splitProperty } from "../../../pipeline/references/propertyPath";
import { PickerBox, PickerNote } from "./PickerBox";

interface Props {
  readonly onAnswer: (member: string) => void;
  readonly onCancel: () => void;
}

/** An item of a loop is whatever its list holds: the whole of it is read, or a member that the person names. */
export function MemberQuestion({ onAnswer, onCancel }: Props) {
  const [typed, setTyped] = useState("");
  const member = typed.trim();
  const readable = member === "" || splitProperty(member) !== null;
  const answer = () => readable && onAnswer(member);
  return (
    <PickerBox>
      <Input
        autoFocus
        value={typed}
        ariaLabel="Member of the current item"
        placeholder="the whole item"
        invalid={!readable}
        autoComplete={false}
        spellcheck={false}
        onChange={({ detail }) => setTyped(detail.value)}
        onKeyDown={(event) => {
          if (event.detail.key === "Enter") answer();
          if (event.detail.key === "Escape") {
            event.stopPropagation();
            onCancel();
          }
        }}
      />
      <PickerNote>
        {readable
          ? "Which member of the item to read, e.g. name or ['score']; nothing for all of it"
          : "This is no path."}
      </PickerNote>
      <Button disabled={!readable} onClick={answer}>
        {member === "" ? "Read the whole item" : "Read this member"}
      </Button>{" "}
      <Button variant="link" onClick={onCancel}>
        Back
      </Button>
    </PickerBox>
  );
}
