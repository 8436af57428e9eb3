import "./StartPage.css";
import Button from "@cloudscape-design/components/button";
import { lazy, Suspense, useEffect, useState } from "react";
import type { Said } from "../../../editor/session/documents";
import { loadPart } from "../../../editor/session/loadPart";
import { templates as referenceTemplates } from "../../../editor/session/referenceTemplates";
import { createDocument } from "../../../pipeline/definition/document";
import { ThemeMenu } from "../../frame/ThemeMenu";
import { useOpeningDrop } from "../../frame/useFileDrop";
import { chooseFile } from "../../kit/chooseFile";
import { Logo } from "../../kit/Logo";
import { folderKey, useIsConnected, usePage } from "../../kit/pageContext";
import { useIdle } from "../../kit/useIdle";
import { beginLayout } from "../warmLayout";
import { MessageBar } from "./MessageBar";
import { RecentDocuments } from "./RecentDocuments";
import { StartCard } from "./StartCard";
import { StartHead } from "./StartHead";
import { TemplatePreview } from "./TemplatePreview";
import { useNewDocument } from "./useNewDocument";
import { usePastedDefinition } from "./usePastedDefinition";

/** A tab that knows of no folder asks whether one is open once whoever begins at once has begun. */
const head = 2_000;
const FolderFiles = lazy(() => loadPart(() => import("./FolderFiles")));
const DeployedPipelines = lazy(() => loadPart(() => import("./DeployedPipelines")));
const PickFile = lazy(() => loadPart(() => import("./PickFile")));
const Templates = lazy(() => loadPart(() => import("./Templates")));

export function StartPage() {
  const { documents, library, connection } = usePage();
  const idle = useIdle();
  const later = useIdle(head);
  const hasFolder = connection.tab.getItem(folderKey) !== null;
  const [message, setMessage] = useState<Said | null>(() => restoredMessage(library.restoredFromCopy));
  const held = useOpeningDrop();
  usePastedDefinition();
  useEffect(() => documents.listen(setMessage), [documents]);
  useEffect(() => void library.rememberOpened(null), [library]);
  return (
    <div className={held ? "sw-start sw-start-held" : "sw-start"}>
      <header className="sw-start-top">
        <Logo size={30} />
        <strong>Stepwire</strong>
        <span className="sw-start-tagline">A visual editor for Amazon SageMaker Pipelines</span>
        <ThemeMenu />
      </header>
      <main className="sw-start-main">
        {message !== null && <MessageBar message={message} onClose={() => setMessage(null)} />}
        {(later || hasFolder) && (
          <Suspense fallback={null}>
            <FolderFiles />
          </Suspense>
        )}
        <NewPipelines />
        <RecentDocuments onSay={setMessage} />
        {later && (
          <Suspense fallback={null}>
            <DeployedPipelines onSay={setMessage} />
          </Suspense>
        )}
        {idle && (
          <Suspense fallback={null}>
            <Templates />
          </Suspense>
        )}
      </main>
    </div>
  );
}

function restoredMessage(count: number): Said | null {
  if (count === 0) return null;
  const pipelines = count === 1 ? "One pipeline was" : `${count} pipelines were`;
  return {
    kind: "info",
    actions: [],
    text: `This browser had lost its storage. ${pipelines} brought back from the second copy: look whether the last edit is there.`,
  };
}

function NewPipelines() {
  const { documents } = usePage();
  const connected = useIsConnected();
  const idle = useIdle();
  const openNew = useNewDocument();
  return (
    <section aria-labelledby="new-pipelines">
      <StartHead>
        <h1 id="new-pipelines">New pipeline</h1>
        <span className="sw-start-hint">
          Drop a definition, a template or a notebook anywhere on this page, paste it, or
        </span>
        <Button
          iconName="folder-open"
          onClick={() => {
            void beginLayout().catch(() => undefined);
            return chooseFile(documents);
          }}
        >
          Open
        </Button>
        {idle && !connected && (
          <Suspense fallback={null}>
            <PickFile />
          </Suspense>
        )}
      </StartHead>
      <div className="sw-start-cards">
        <StartCard
          title="Blank pipeline"
          summary="An empty canvas, and a palette of step types to drag onto it."
          preview={<span className="sw-start-plus">+</span>}
          onChoose={() => void openNew(createDocument("blank", "pipeline"))}
        />
        {referenceTemplates.map((template) => (
          <StartCard
            key={template.id}
            title={template.title}
            summary={template.summary}
            preview={<TemplatePreview document={template.document} />}
            onChoose={() => void openNew(template.document)}
          />
        ))}
      </div>
    </section>
  );
}
