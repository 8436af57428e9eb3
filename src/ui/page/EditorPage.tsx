import { useEffect, useState } from "react";
import { type OpenEditor, openEditor } from "../../editor/session/openEditor";
import { storageProblem } from "../../editor/session/storedDocuments";
import { Shell } from "../frame/Shell";
import { goTo } from "../kit/address";
import { EditorContext } from "../kit/useEditor";
import { usePage } from "./pageContext";

/** Opens the document of an address, and puts its editor around the shell. */
export function EditorPage({ id }: { readonly id: string }) {
  const opened = useOpenEditor(id);
  if (opened === "opening") return null;
  return (
    <EditorContext value={opened.editor}>
      <Shell session={opened.session} />
    </EditorContext>
  );
}

function useOpenEditor(id: string): OpenEditor | "opening" {
  const { library, documents } = usePage();
  const [opened, setOpened] = useState<OpenEditor | "opening">("opening");
  useEffect(() => {
    let current: OpenEditor | null = null;
    let left = false;
    openEditor(library, id, documents.newDocument(id)).then(
      (next) => {
        if (left) return next.close();
        current = next;
        setOpened(next);
        const lookWhetherStored = () => {
          const { status } = next.session;
          if (status.state === "saved" && status.revision > 0) documents.wasStored(id);
        };
        next.session.subscribe(lookWhetherStored);
        lookWhetherStored();
        void library.rememberOpened(id);
      },
      (error: unknown) => {
        const problem = storageProblem(error);
        const gone = "There is no such document in this browser. It was deleted, or made in another browser.";
        documents.say(problem.name === "missing" ? gone : `The document cannot be opened: ${problem.message}.`);
        goTo({ page: "start" }, { replace: true });
      },
    );
    return () => {
      left = true;
      current?.close();
    };
  }, [id, library, documents]);
  return opened;
}
