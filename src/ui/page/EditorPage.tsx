import { lazy, Suspense, useEffect, useState } from "react";
import { useStore } from "zustand";
import { loadPart } from "../../editor/session/loadPart";
import { storageProblem } from "../../editor/session/storedDocuments";
import { openWorkspace, type Workspace } from "../../editor/workspace";
import { Shell } from "../frame/Shell";
import { type DocumentAddress, goTo } from "../kit/address";
import { usePage } from "../kit/pageContext";
import { WorkspaceContext } from "../kit/useWorkspace";
import { offerSecondCopy } from "./offerSecondCopy";
import { pagePort } from "./pagePort";
import { runOptions } from "./runOptions";
import { useLeaving } from "./useLeaving";

/** Opens the document of an address, and puts its workspace around the shell. */
export function EditorPage({ address }: { readonly address: DocumentAddress }) {
  const workspace = useOpenWorkspace(address);
  useLeaving(workspace);
  if (workspace === null) return null;
  return (
    <WorkspaceContext value={workspace}>
      <Shown workspace={workspace} />
    </WorkspaceContext>
  );
}

const ComparisonPage = lazy(async () => ({
  default: (await loadPart(() => import("../frame/comparison/ComparisonPage"))).ComparisonPage,
}));

/** The document, or two of its versions over each other. */
function Shown({ workspace }: { readonly workspace: Workspace }) {
  const shown = useStore(workspace.comparisons.store, (state) => state.shown);
  if (shown === null) return <Shell />;
  return (
    <Suspense fallback={null}>
      <ComparisonPage shown={shown} />
    </Suspense>
  );
}

type Opened = Awaited<ReturnType<typeof openWorkspace>>;

/** Null while it is being opened. */
function useOpenWorkspace(address: DocumentAddress): Workspace | null {
  const page = usePage();
  const { library, documents, connection, holder } = page;
  const [opened, setOpened] = useState<Workspace | null>(null);
  const [id, path] = address.page === "file" ? [null, address.path] : [address.id, null];
  useEffect(() => {
    let current: Workspace | null = null;
    let left = false;
    const port = pagePort(library, documents, holder?.keep);
    const options = { ...runOptions(connection), page: port };
    const goHome = (why: string) => {
      documents.say(why);
      goTo({ page: "start" }, { replace: true });
    };
    const picked = id === null ? null : documents.picked(id);
    const opening =
      id !== null && picked !== null
        ? loadPart(() => import("./openPicked")).then(({ openPicked }) => openPicked(page, id, picked, options))
        : id === null
          ? loadPart(() => import("./openFileAt")).then(({ openFileAt }) => openFileAt(page, path, options))
          : openWorkspace(library, id, documents.newDocument(id), options);
    opening.then(
      (next: Opened | string) => {
        if (typeof next === "string") {
          if (!left) goHome(next);
          return;
        }
        if (left) return next.close();
        current = next;
        setOpened(next);
        const lookWhetherStored = () => {
          const { status } = next.storage;
          if (status.state === "saved" && status.revision > 0) documents.wasStored(next.storage.id);
        };
        next.storage.subscribe(lookWhetherStored);
        lookWhetherStored();
        void library.rememberOpened(next.storage.id);
      },
      async (error: unknown) => {
        const problem = storageProblem(error);
        if (problem.name === "damaged" && id !== null) {
          await offerSecondCopy({ library, documents }, id, port.download);
          goTo({ page: "start" }, { replace: true });
          return;
        }
        const gone = "There is no such document in this browser. It was deleted, or made in another browser.";
        const next = problem.name === "unanswered" ? " Wait a moment, then open it again." : "";
        goHome(problem.name === "missing" ? gone : `The document cannot be opened: ${problem.message}.${next}`);
      },
    );
    return () => {
      left = true;
      current?.close();
    };
  }, [id, path, page, library, documents, connection, holder]);
  return opened;
}
