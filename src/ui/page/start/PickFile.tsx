import Button from "@cloudscape-design/components/button";
import type { PickedHandle } from "../../../editor/session/pickedHandle";
import { usePage } from "../../kit/pageContext";

interface Picker {
  showOpenFilePicker?(how: {
    types: readonly { description: string; accept: Readonly<Record<string, readonly string[]>> }[];
  }): Promise<readonly PickedHandle[]>;
}

const types = [{ description: "Pipeline definitions", accept: { "application/json": [".json"] } }];

/** Without the local server: edits a file where it lies, where the browser lets a page do that. Ctrl+S writes it. */
export default function PickFile() {
  const { documents } = usePage();
  const picker = window as Picker;
  if (picker.showOpenFilePicker === undefined) return null;
  const pick = async () => {
    try {
      const [handle] = (await picker.showOpenFilePicker?.({ types })) ?? [];
      if (handle !== undefined) documents.openPicked(handle);
    } catch (error) {
      // Whoever closes the picker wants nothing.
      if (error instanceof DOMException && error.name === "AbortError") return;
      documents.say(
        "The file was not opened: the browser does not let this page. Use Open, and download it when it is edited.",
      );
    }
  };
  return <Button onClick={() => void pick()}>Edit a file in place</Button>;
}
