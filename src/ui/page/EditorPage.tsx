import { useEffect, useState } from "react";
import { storageProblem } from "../../editor/session/storedDocuments";
import { openWorkspace, type Workspace } from "../../editor/workspace";
import { Shell } from "../frame/Shell";
import { goTo } from "../kit/address";
import { chooseFile } from "../kit/chooseFile";
import { usePage } from "../kit/pageContext";
import { WorkspaceContext } from "../kit/useWorkspace";
import { offerSecondCopy } from "./offerSecondCopy";
import { pagePort } from "./pagePort";
import { runOptions } from "./runOptions";
import { useLeaving } from "./useLeaving";

/** Opens the document of an address, and puts its workspace around the shell. */
export function EditorPage({ id }: { readonly id: string }) {
  const workspace = useOpenWorkspace(id);
  useLeaving(workspace);
  if (workspace === null) return null;
  return (
    <WorkspaceContext value={workspace}>
      <Shell />
    </WorkspaceContext>
  );
}

/** Null while it is being opened. */
function useOpenWorkspace(id: string): Workspace | null {
  const { library, documents, connection } = usePage();
  const [opened, setOpened] = useState<Workspace | null>(null);
  useEffect(() => {
    let current: Workspace | null = null;
    let left = false;
    const page = pagePort(library, () => chooseFile(documents));
    openWorkspace(library, id, documents.newDocument(id), {
      ...runOptions(connection),
      page,
    }).then(
      (next) => {
        if (left) return next.close();
        current = next;
        setOpened(next);
        const lookWhetherStored = () => {
          const { status } = next.storage;
          if (status.state === "saved" && status.revision > 0) documents.wasStored(id);
        };
        next.storage.subscribe(lookWhetherStored);
        lookWhetherStored();
        void library.rememberOpened(id);
      },
      async (error: unknown) => {
        const problem = storageProblem(error);
        if (problem.name === "damaged") {
          await offerSecondCopy({ library, documents }, id, page.download);
          goTo({ page: "start" }, { replace: true });
          return;
        }
        const gone = "There is no such document in this browser. It was deleted, or made in another browser.";
        documents.say(problem.name === "missing" ? gone : `The document cannot be opened: ${problem.message}.`);
        goTo({ page: "start" }, { replace: true });
      },
    );
    return () => {
      left = true;
      current?.close();
    };
  }, [id, library, documents, connection]);
  return opened;
}
