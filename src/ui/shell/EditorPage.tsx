import { useEffect, useState } from "react";
import { type OpenEditor, openEditor } from "../../editor/openEditor";
import { EditorContext } from "../kit/useEditor";
import { goTo } from "./address";
import { usePage } from "./pageContext";
import { Shell } from "./Shell";

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
    library.open(id).then(
      (session) => {
        if (session === null) {
          documents.say("There is no such document in this browser. It may have been deleted, or made in another one.");
          goTo({ page: "start" }, { replace: true });
        } else if (left) session.close();
        else {
          current = openEditor(session);
          setOpened(current);
        }
      },
      (error: unknown) => {
        documents.say(error instanceof Error ? error.message : String(error));
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
