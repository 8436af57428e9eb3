import "./topBar.css";
import Button from "@cloudscape-design/components/button";
import { canRedo, canUndo, redoLabel, undoLabel } from "../../editor/session/selectors";
import { printAddress } from "../kit/address";
import { Logo } from "../kit/Logo";
import { quietButtons } from "../kit/tokens";
import { useEditor, useEditorState, useWorkspace } from "../kit/useWorkspace";
import { Dialogs } from "../runs/deploy/Dialogs";
import { DocumentName } from "./DocumentName";
import { ExportMenu } from "./ExportMenu";
import { OpenButton } from "./OpenButton";
import { ProblemCount } from "./ProblemCount";
import { SavedState } from "./SavedState";
import { TargetMenu } from "./TargetMenu";
import { ThemeMenu } from "./ThemeMenu";
import type { InspectorDrawer } from "./useInspectorDrawer";

interface Props {
  /** The inspector as a drawer, null where it has a column of its own. */
  readonly inspector: InspectorDrawer | null;
}

export function TopBar({ inspector }: Props) {
  return (
    <div className="sw-top">
      <a className="sw-top-home" href={printAddress({ page: "start" })} aria-label="Pipelines: all your documents">
        <Logo />
        <span className="sw-top-crumb">Pipelines</span>
      </a>
      <span className="sw-top-slash" aria-hidden="true">
        /
      </span>
      <DocumentName />
      <SavedState />
      <span className="sw-top-space" />
      <UndoRedo />
      <span className="sw-top-files" style={quietButtons}>
        <OpenButton />
        <ExportMenu />
      </span>
      <ProblemCount />
      <TargetMenu />
      <RunAndDeploy />
      <ThemeMenu />
      {inspector !== null && (
        <Button
          variant="icon"
          iconName={inspector.open ? "angle-right-double" : "angle-left-double"}
          ariaLabel="Inspector"
          ariaExpanded={inspector.open}
          onClick={inspector.toggle}
        />
      )}
    </div>
  );
}

function UndoRedo() {
  const editor = useEditor();
  const undo = useEditorState((state) => ({ can: canUndo(state), label: undoLabel(state) }));
  const redo = useEditorState((state) => ({ can: canRedo(state), label: redoLabel(state) }));
  return (
    <span className="sw-top-history">
      <span title={undo.label === null ? "Nothing to undo" : `Undo: ${undo.label}`}>
        <Button variant="icon" iconName="undo" ariaLabel="Undo" disabled={!undo.can} onClick={() => editor.undo()} />
      </span>
      <span title={redo.label === null ? "Nothing to redo" : `Redo: ${redo.label}`}>
        <Button variant="icon" iconName="redo" ariaLabel="Redo" disabled={!redo.can} onClick={() => editor.redo()} />
      </span>
    </span>
  );
}

function RunAndDeploy() {
  const { dialogs } = useWorkspace();
  return (
    <>
      <Button iconName="caret-right-filled" onClick={() => dialogs.open({ kind: "run" })}>
        Run
      </Button>
      <Button variant="primary" onClick={() => dialogs.open({ kind: "deploy" })}>
        Deploy
      </Button>
      <Dialogs />
    </>
  );
}
