import Button from "@cloudscape-design/components/button";
import { useRef } from "react";
import { openableFiles } from "../../editor/session/importDefinition";
import { usePage } from "../kit/pageContext";

/** Opens a definition's file as a new document; the present one stays among the recent ones. */
export function OpenButton() {
  const { documents } = usePage();
  const input = useRef<HTMLInputElement>(null);
  const chosen = async (file: File | undefined) => {
    if (input.current !== null) input.current.value = "";
    if (file === undefined) return;
    const refusal = await documents.openFile(file);
    if (refusal !== null) documents.say(refusal);
  };
  return (
    <>
      <Button iconName="folder-open" onClick={() => input.current?.click()}>
        Open
      </Button>
      <input
        ref={input}
        type="file"
        accept={openableFiles}
        hidden
        aria-label="Definition file"
        onChange={(event) => void chosen(event.currentTarget.files?.[0])}
      />
    </>
  );
}
