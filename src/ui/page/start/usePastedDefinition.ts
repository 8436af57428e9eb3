import { useEffect } from "react";
import { isTextControl, originOf } from "../../kit/focus";
import { listen } from "../../kit/listen";
import { usePage } from "../../kit/pageContext";

/** A definition's text pasted on the start page becomes a new document. */
export function usePastedDefinition(): void {
  const { documents } = usePage();
  useEffect(() => {
    const paste = (event: ClipboardEvent) => {
      const text = event.clipboardData?.getData("text/plain") ?? "";
      if (isTextControl(originOf(event)) || text.trim() === "") return;
      event.preventDefault();
      void documents.openText(text, "pasted pipeline").then((refusal) => {
        if (refusal !== null) documents.say(refusal);
      });
    };
    return listen(document, { paste });
  }, [documents]);
}
