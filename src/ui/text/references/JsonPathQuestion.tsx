import Button from "@cloudscape-design/components/button";
import Input from "@cloudscape-design/components/input";
import { useState } from "react";
import { PickerBox, PickerNote } from "./PickerBox";

interface Props {
  readonly file: string;
  readonly onAnswer: (path: string) => void;
  readonly onCancel: () => void;
}

/** A property file holds many values: the JSON path says which one is read. */
export function JsonPathQuestion({ file, onAnswer, onCancel }: Props) {
  const [path, setPath] = useState("");
  const answer = () => path.trim() !== "" && onAnswer(path.trim());
  return (
    <PickerBox>
      <Input
        autoFocus
        value={path}
        ariaLabel={`JSON path in ${file}`}
        placeholder="metrics.mse.value"
        autoComplete={false}
        spellcheck={false}
        onChange={({ detail }) => setPath(detail.value)}
        onKeyDown={(event) => {
          if (event.detail.key === "Enter") answer();
          if (event.detail.key === "Escape") {
            event.stopPropagation();
            onCancel();
          }
        }}
      />
      <PickerNote>Which value of {file} to read, e.g. metrics.mse.value</PickerNote>
      <Button disabled={path.trim() === ""} onClick={answer}>
        Read this value
      </Button>{" "}
      <Button variant="link" onClick={onCancel}>
        Back
      </Button>
    </PickerBox>
  );
}
