import { useEffect } from "react";
import { usePage } from "../kit/pageContext";
import { useEditor } from "../kit/useWorkspace";

/** What happens to the page (a file that is refused, a link that is used up) is said among the editor's notices. */
export function useSaidToEditor(): void {
  const editor = useEditor();
  const { documents } = usePage();
  useEffect(
    () =>
      documents.listen(({ kind, text, actions }) => {
        editor.notice(kind, text, actions[0]);
      }),
    [documents, editor],
  );
}
