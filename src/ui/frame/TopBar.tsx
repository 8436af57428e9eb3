import "./TopBar.css";
import Button from "@cloudscape-design/components/button";
import { lazy, Suspense } from "react";
import { redo, undo } from "../../editor/commands/history";
import { openFile } from "../../editor/commands/pipeline/files";
import { deploy, run as runPipeline } from "../../editor/commands/pipeline/runs";
import { loadPart } from "../../editor/session/loadPart";
import { canRedo, canUndo, redoLabel, undoLabel } from "../../editor/session/selectors";
import { printAddress } from "../kit/address";
import { afterPaint } from "../kit/afterPaint";
import { Logo } from "../kit/Logo";
import { mayLeave } from "../kit/mayLeave";
import { useIsAlone, usePage } from "../kit/pageContext";
import { quietButtons } from "../kit/tokens";
import { useRun } from "../kit/useCommands";
import { useIdle } from "../kit/useIdle";
import { useEditorState } from "../kit/useWorkspace";
import { Dialogs } from "../runs/deploy/Dialogs";
import { DocumentName } from "./DocumentName";
import { ProblemCount } from "./ProblemCount";
import { SavedState } from "./SavedState";
import type { InspectorDrawer } from "./useInspectorDrawer";
import { useIsTight } from "./useMedia";

/** The code of menus is a tenth of the page's: it comes when the canvas can be used already. */
const laterMenu = (name: keyof typeof import("./topMenus")) =>
  lazy(async () => {
    await afterPaint();
    return { default: (await loadPart(() => import("./topMenus")))[name] };
  });
const ExportMenu = laterMenu("ExportMenu");
const TargetMenu = laterMenu("TargetMenu");
const ThemeMenu = laterMenu("ThemeMenu");
const MoreMenu = laterMenu("MoreMenu");

/** Whether somebody changed what is deployed is asked once the page is idle. */
const TargetDrift = lazy(() => loadPart(() => import("./TargetDrift")));

interface Props {
  readonly inspector: InspectorDrawer;
}

export function TopBar({ inspector }: Props) {
  const run = useRun();
  const isAlone = useIsAlone();
  const tight = useIsTight();
  const idle = useIdle(2_000);
  return (
    <div className="sw-top">
      {isAlone && <Home />}
      <h1 className="sw-top-heading">
        <DocumentName />
      </h1>
      <SavedState />
      {idle && (
        <Suspense fallback={null}>
          <TargetDrift />
        </Suspense>
      )}
      <span className="sw-top-space" />
      <UndoRedo />
      {!tight && (
        <span className="sw-top-files" style={quietButtons}>
          {isAlone && (
            <Button iconName="folder-open" onClick={() => run(openFile)}>
              Open
            </Button>
          )}
          <Suspense fallback={<Coming>Export</Coming>}>
            <ExportMenu />
          </Suspense>
        </span>
      )}
      <ProblemCount />
      {!tight && isAlone && (
        <Suspense fallback={<Coming>Local region</Coming>}>
          <TargetMenu />
        </Suspense>
      )}
      {isAlone && <RunAndDeploy />}
      <Dialogs />
      <Suspense fallback={<Button variant="icon" iconName="ellipsis" ariaLabel="Menu" disabled />}>
        {tight ? <MoreMenu /> : <ThemeMenu />}
      </Suspense>
      <Button
        variant="icon"
        iconName={inspector.open ? "angle-right-double" : "angle-left-double"}
        ariaLabel="Inspector"
        ariaExpanded={inspector.open}
        onClick={inspector.toggle}
      />
    </div>
  );
}

function Home() {
  const { library } = usePage();
  return (
    <>
      <a
        className="sw-top-home"
        href={printAddress({ page: "start" })}
        aria-label="Pipelines: all your documents"
        onClick={(event) => {
          if (!mayLeave(library)) event.preventDefault();
        }}
      >
        <Logo />
        <span className="sw-top-crumb">Pipelines</span>
      </a>
      <span className="sw-top-slash" aria-hidden="true">
        /
      </span>
    </>
  );
}

/** Keeps the place of a menu. */
function Coming({ children }: { readonly children: string }) {
  return (
    <Button iconName="caret-down-filled" iconAlign="right" disabled>
      {children}
    </Button>
  );
}

function UndoRedo() {
  const run = useRun();
  const canUndoNow = useEditorState(canUndo);
  const canRedoNow = useEditorState(canRedo);
  const undoTitle = useEditorState((state) =>
    undoLabel(state) === null ? "Nothing to undo" : undo.label(state, undefined),
  );
  const redoTitle = useEditorState((state) =>
    redoLabel(state) === null ? "Nothing to redo" : redo.label(state, undefined),
  );
  return (
    <span className="sw-top-history">
      <span title={undoTitle}>
        <Button variant="icon" iconName="undo" ariaLabel="Undo" disabled={!canUndoNow} onClick={() => run(undo)} />
      </span>
      <span title={redoTitle}>
        <Button variant="icon" iconName="redo" ariaLabel="Redo" disabled={!canRedoNow} onClick={() => run(redo)} />
      </span>
    </span>
  );
}

function RunAndDeploy() {
  const run = useRun();
  return (
    <>
      <Button iconName="caret-right-filled" onClick={() => run(runPipeline)}>
        Run
      </Button>
      <Button variant="primary" onClick={() => run(deploy)}>
        Deploy
      </Button>
    </>
  );
}
