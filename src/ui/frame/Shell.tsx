import "./Shell.css";
import { type CSSProperties, lazy, Suspense } from "react";
import { loadPart } from "../../editor/session/loadPart";
import { Canvas } from "../canvas/Canvas";
import { ErrorBoundary } from "../kit/ErrorBoundary";
import { useIdle } from "../kit/useIdle";
import { useWorkspace } from "../kit/useWorkspace";
import { LeftPanel } from "../palette/LeftPanel";
import { Announcer } from "./Announcer";
import { BottomArea } from "./BottomArea";
import { CommandDialogs } from "./CommandDialogs";
import { Divider } from "./Divider";
import { DropHere } from "./DropHere";
import { Inspector } from "./inspector/Inspector";
import { Notices } from "./Notices";
import { NotSaved } from "./NotSaved";
import { usePanelSize } from "./panelSizes";
import { TopBar } from "./TopBar";
import { useChecks } from "./useChecks";
import { useClipboard } from "./useClipboard";
import { useExecutionAddress } from "./useExecutionAddress";
import { useOpeningDrop } from "./useFileDrop";
import { useInspectorDrawer } from "./useInspectorDrawer";
import { useKeys } from "./useKeys";
import { useIsNarrow } from "./useMedia";
import { useSaidToEditor } from "./useSaidToEditor";
import { useStepAddress } from "./useStepAddress";

const FileBanner = lazy(async () => ({ default: (await loadPart(() => import("./file/FileBanner"))).FileBanner }));

const TourOffer = lazy(async () => ({ default: (await loadPart(() => import("./tour/TourOffer"))).TourOffer }));

/** Areas that are told nothing. The same elements each time: drawing a panel's edge along draws none of them anew. */
const canvasArea = <Canvas />;
const inspectorArea = <Inspector />;
const bottomArea = <BottomArea />;

/**
 * The editor's grid: top bar, palette, canvas, inspector, bottom panel, each as wide as the person left it. At 1100 px and less the
 * inspector lies over the canvas.
 */
export function Shell() {
  const narrow = useIsNarrow();
  useKeys();
  useClipboard();
  useSaidToEditor();
  useChecks();
  useStepAddress();
  useExecutionAddress();
  const idle = useIdle();
  const { file } = useWorkspace();
  const fileHeld = useOpeningDrop();
  const left = usePanelSize("left");
  const right = usePanelSize("right");
  const inspector = useInspectorDrawer(narrow, right);
  const folded = narrow || left.away;
  const widths = {
    "--sw-left-width": folded ? "56px" : `${left.size}px`,
    "--sw-right-width": narrow || !inspector.open ? "0" : `${right.size}px`,
  } as CSSProperties;
  return (
    <div className={narrow ? "sw-shell sw-narrow" : "sw-shell"} style={widths}>
      <header className="sw-area-top">
        <ErrorBoundary area="Top bar">
          <TopBar inspector={inspector} />
        </ErrorBoundary>
      </header>
      <div className="sw-area-left">
        <ErrorBoundary area="Palette">
          <LeftPanel narrow={narrow} away={left.away} onPutAway={left.putAway} />
        </ErrorBoundary>
        {!folded && <Divider label="Width of the palette" side="right" panel={left} />}
      </div>
      <main className="sw-area-canvas">
        <ErrorBoundary area="Canvas">{canvasArea}</ErrorBoundary>
        <div className="sw-banners">
          {idle && (
            <Suspense fallback={null}>
              <TourOffer />
            </Suspense>
          )}
          <NotSaved />
          {file !== null && (
            <Suspense fallback={null}>
              <FileBanner file={file} />
            </Suspense>
          )}
        </div>
        <Notices />
        {fileHeld && <DropHere>Drop the definition to open it as a new document</DropHere>}
      </main>
      <div className="sw-area-bottom">
        <ErrorBoundary area="Bottom panel">{bottomArea}</ErrorBoundary>
      </div>
      <div className="sw-area-right" hidden={!inspector.open}>
        {inspector.open && <ErrorBoundary area="Inspector">{inspectorArea}</ErrorBoundary>}
        {inspector.open && !narrow && <Divider label="Width of the inspector" side="left" panel={right} />}
      </div>
      <Announcer />
      <CommandDialogs />
    </div>
  );
}
