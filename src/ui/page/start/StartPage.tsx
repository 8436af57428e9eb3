import "./StartPage.css";
import Button from "@cloudscape-design/components/button";
import { useEffect, useState } from "react";
import type { Said } from "../../../editor/session/documents";
import { templates as referenceTemplates } from "../../../editor/session/referenceTemplates";
import { openTemplate, type Template, templates } from "../../../editor/session/templates";
import { createDocument, type PipelineDocument } from "../../../pipeline/definition/document";
import { ThemeMenu } from "../../frame/ThemeMenu";
import { useFileDrop } from "../../frame/useFileDrop";
import { chooseFile } from "../../kit/chooseFile";
import { Logo } from "../../kit/Logo";
import { usePage } from "../../kit/pageContext";
import { FolderFiles } from "./FolderFiles";
import { freeDocumentName } from "./freeDocumentName";
import { MessageBar } from "./MessageBar";
import { RecentDocuments } from "./RecentDocuments";
import { StartCard } from "./StartCard";
import { StartHead } from "./StartHead";
import { TemplatePicture } from "./TemplatePicture";
import { TemplatePreview } from "./TemplatePreview";
import { usePastedDefinition } from "./usePastedDefinition";

export function StartPage() {
  const { documents, library } = usePage();
  const [message, setMessage] = useState<Said | null>(() => restoredMessage(library.restoredFromCopy));
  const held = useFileDrop();
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
        <FolderFiles />
        <NewPipelines />
        <RecentDocuments onSay={setMessage} />
        <Templates />
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

/** Shows a new document under a name that no other has. */
function useNewDocument(): (document: PipelineDocument) => Promise<void> {
  const { documents, library } = usePage();
  return async (document) => {
    // Without storage there is no list, and every name is free.
    const rows = await library.list().catch(() => []);
    const name = freeDocumentName(document.name, new Set(rows.map((row) => row.name)));
    documents.openNew((id) => ({ ...document, id, name }));
  };
}

function NewPipelines() {
  const { documents } = usePage();
  const openNew = useNewDocument();
  return (
    <section aria-labelledby="new-pipelines">
      <StartHead>
        <h1 id="new-pipelines">New pipeline</h1>
        <span className="sw-start-hint">
          Drop a definition, a template or a notebook anywhere on this page, paste it, or
        </span>
        <Button iconName="folder-open" onClick={() => chooseFile(documents)}>
          Open
        </Button>
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

function Templates() {
  const openNew = useNewDocument();
  const open = async (template: Template) => openNew((await openTemplate(template))(template.id));
  return (
    <section aria-labelledby="templates">
      <StartHead>
        <h2 id="templates">Templates</h2>
        <span className="sw-start-hint">
          Each runs locally as it is. Put your own data, images and role in their places.
        </span>
      </StartHead>
      <div className="sw-start-cards">
        {templates.map((template) => (
          <StartCard
            key={template.id}
            title={template.title}
            summary={template.summary}
            preview={<TemplatePicture id={template.id} />}
            onChoose={() => void open(template)}
          />
        ))}
      </div>
    </section>
  );
}
