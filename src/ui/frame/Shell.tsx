import "./Shell.css";
import { Canvas } from "../canvas/Canvas";
import { ErrorBoundary } from "../kit/ErrorBoundary";
import { LeftPanel } from "../palette/LeftPanel";
import { Announcer } from "./Announcer";
import { BottomArea } from "./BottomArea";
import { CommandDialogs } from "./CommandDialogs";
import { Inspector } from "./inspector/Inspector";
import { Notices } from "./Notices";
import { NotSaved } from "./NotSaved";
import { TopBar } from "./TopBar";
import { useChecks } from "./useChecks";
import { useClipboard } from "./useClipboard";
import { useFileDrop } from "./useFileDrop";
import { useInspectorDrawer } from "./useInspectorDrawer";
import { useKeys } from "./useKeys";
import { useIsNarrow } from "./useMedia";
import { useSaidToEditor } from "./useSaidToEditor";

/** The editor's grid: top bar, palette, canvas, inspector, bottom panel. At 1100 px and less the inspector lies over the canvas. */
export function Shell() {
  const narrow = useIsNarrow();
  useKeys();
  useClipboard();
  useSaidToEditor();
  useChecks();
  const fileHeld = useFileDrop();
  const inspector = useInspectorDrawer();
  const shown = !narrow || inspector.open;
  return (
    <div className={narrow ? "sw-shell sw-narrow" : "sw-shell"}>
      <header className="sw-area-top">
        <ErrorBoundary area="Top bar">
          <TopBar inspector={narrow ? inspector : null} />
        </ErrorBoundary>
      </header>
      <div className="sw-area-left">
        <ErrorBoundary area="Palette">
          <LeftPanel folded={narrow} />
        </ErrorBoundary>
      </div>
      <main className="sw-area-canvas">
        <ErrorBoundary area="Canvas">
          <Canvas />
        </ErrorBoundary>
        <NotSaved />
        <Notices />
        {fileHeld && <div className="sw-drop-here">Drop the definition to open it as a new document</div>}
      </main>
      <div className="sw-area-bottom">
        <ErrorBoundary area="Bottom panel">
          <BottomArea />
        </ErrorBoundary>
      </div>
      <div className="sw-area-right" hidden={!shown}>
        {shown && (
          <ErrorBoundary area="Inspector">
            <Inspector />
          </ErrorBoundary>
        )}
      </div>
      <Announcer />
      <CommandDialogs />
    </div>
  );
}
