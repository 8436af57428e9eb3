import "./ComparisonPage.css";
import Button, { type ButtonProps } from "@cloudscape-design/components/button";
import { useCallback, useEffect, useMemo, useRef } from "react";
import { useStore } from "zustand";
import { restore } from "../../../editor/commands/pipeline/restore";
import { nextChange, previousChange } from "../../../editor/commands/view/changes";
import type { ShownComparison } from "../../../editor/session/shownComparison";
import { type Workspace, workspaceBeside } from "../../../editor/workspace";
import { comparisonInWords } from "../../../export/comparison/words";
import { Canvas } from "../../canvas/Canvas";
import { ErrorBoundary } from "../../kit/ErrorBoundary";
import { hasDialog } from "../../kit/focus";
import { chordInWords } from "../../kit/keyWords";
import { listen } from "../../kit/listen";
import { usePage } from "../../kit/pageContext";
import { runIn, useRun } from "../../kit/useCommands";
import { useWorkspace, WorkspaceContext } from "../../kit/useWorkspace";
import { Announcer } from "../Announcer";
import { CommandDialogs } from "../CommandDialogs";
import { DropHere } from "../DropHere";
import type { Dropped } from "../droppedFiles";
import { Notices } from "../Notices";
import { useFileDrop } from "../useFileDrop";
import { useKeys } from "../useKeys";
import { Changes } from "./Changes";

/** Two versions over each other, in the document's place, until one leaves. */
export function ComparisonPage({ shown }: { readonly shown: ShownComparison }) {
  const host = useWorkspace();
  const workspace = useMemo(() => workspaceBeside(host, shown.editor), [host, shown]);
  // Who leaves is on the document's canvas again, once that stands.
  useEffect(() => () => void requestAnimationFrame(() => host.canvas?.focus()), [host]);
  return (
    // A canvas for each comparison: another one begins with a look at all of it.
    <WorkspaceContext key={shown.id} value={workspace}>
      <Compared shown={shown} host={host} />
    </WorkspaceContext>
  );
}

interface Props {
  readonly shown: ShownComparison;
  /** The workspace of the document. */
  readonly host: Workspace;
}

function Compared({ shown, host }: Props) {
  const { comparisons } = useWorkspace();
  useKeys(isOfComparing);
  const held = useFileDrop(useCompareWithFile(shown));
  useEffect(() => {
    const keydown = (event: KeyboardEvent) => {
      if (event.key !== "Escape" || event.defaultPrevented || hasDialog()) return;
      event.preventDefault();
      comparisons.leave();
    };
    return listen(document, { keydown });
  }, [comparisons]);
  return (
    <div className="sw-comparison">
      <header className="sw-comparison-head">
        <Head shown={shown} host={host} />
      </header>
      <main className="sw-comparison-canvas">
        <ErrorBoundary area="Canvas">
          <Canvas />
        </ErrorBoundary>
        <Notices />
        {held && <DropHere>Drop a definition to compare this document with it</DropHere>}
      </main>
      <aside className="sw-comparison-changes" aria-label="What differs">
        <Changes shown={shown} />
      </aside>
      <Announcer />
      <CommandDialogs />
    </div>
  );
}

/** Keys that look at what is there; the others belong to the document. */
function isOfComparing({ id, group }: { readonly id: string; readonly group: string }): boolean {
  return group === "View" && id !== "view.commands";
}

/** A file that is dropped takes the place of the version before. */
function useCompareWithFile({ after }: ShownComparison): (dropped: Dropped) => void {
  const { comparisons, editor } = useWorkspace();
  const { documents } = usePage();
  return useCallback(
    async (dropped) => {
      if (!("file" in dropped)) return void editor.notice("warning", "Drop one file: a folder cannot be compared.");
      const { file } = dropped;
      const refusal = await documents.readFile(file, (document) => {
        void comparisons.show({ label: file.name, document }, after);
      });
      if (refusal !== null) editor.notice("error", refusal);
    },
    [comparisons, editor, documents, after],
  );
}

function Head({ shown, host }: Props) {
  const { comparisons, editor } = useWorkspace();
  const run = useRun();
  const next = useRef<ButtonProps.Ref>(null);
  const at = useStore(comparisons.store, (state) => state.at);
  const { before, after, comparison, stops } = shown;
  // Whoever cannot see it hears what is compared; the way through it is at hand.
  useEffect(() => {
    editor.announce(`${before.label} compared with ${after.label}. ${comparisonInWords(comparison)}.`);
    next.current?.focus();
  }, [editor, before, after, comparison]);
  const none = stops.length === 0;
  return (
    <>
      <h1>
        <span className="sw-unseen">Comparison: </span>
        <span>{before.label}</span> <span aria-hidden="true">→</span>
        <span className="sw-unseen"> with </span> <strong>{after.label}</strong>
      </h1>
      <p>{comparisonInWords(comparison)}</p>
      <span className="sw-comparison-walk">
        <span title={titleOf(previousChange)}>
          <Button
            iconName="angle-left"
            variant="icon"
            ariaLabel="Previous change"
            disabled={none}
            onClick={() => run(previousChange)}
          />
        </span>
        <span className="sw-comparison-at">
          {at === null ? `${stops.length} to see` : `${at + 1} of ${stops.length}`}
        </span>
        <span title={titleOf(nextChange)}>
          <Button
            ref={next}
            iconName="angle-right"
            variant="icon"
            ariaLabel="Next change"
            disabled={none}
            onClick={() => run(nextChange)}
          />
        </span>
      </span>
      <Restore shown={shown} host={host} />
      <Button onClick={comparisons.leave}>Leave (Esc)</Button>
    </>
  );
}

/** Where the document as it stands is compared with another version, that can be taken in its place. */
function Restore({ shown: { before, after, stops }, host }: Props) {
  if (after.document !== host.editor.store.getState().document || stops.length === 0) return null;
  const take = () => {
    host.comparisons.leave();
    void runIn(host)(restore, { from: before.label, definition: before.document.definition });
  };
  return <Button onClick={take}>Restore {before.label}</Button>;
}

function titleOf({ label, keys = [] }: typeof nextChange): string {
  return `${label()} (${keys.map(chordInWords).join(", ")})`;
}
