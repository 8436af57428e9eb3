import "./ui/kit/fonts.css";
import "./ui/kit/base.css";
import { createRoot } from "react-dom/client";
import { connect } from "./client/connect";
import { pauses } from "./editor/session/slices";
import type { PipelineDocument } from "./pipeline/definition/document";
import { listSteps } from "./pipeline/graph/stepTree";
import { openLibrary } from "./storage/openLibrary";
import { preloadParts, savesData } from "./ui/kit/preloadParts";
import { startTheme } from "./ui/kit/theme";
import { applyTokens } from "./ui/kit/tokens";
import { App } from "./ui/page/App";
import { loadPage } from "./ui/page/loadPage";
import { warmLayout } from "./ui/page/warmLayout";

applyTokens(document.body);

const root = document.getElementById("root");
if (root === null) throw new Error("The page has no root element.");
if ("acquireVsCodeApi" in window) {
  // A window of VS Code: the text is held there, and there is no server.
  void import("./inVsCode").then(({ startInVsCode }) => startInVsCode(root));
} else {
  startTheme();
  const countSteps = ({ definition }: PipelineDocument) => listSteps(definition).length;
  const library = openLibrary({ now: Date.now, countSteps, pauses });
  createRoot(root).render(<App page={loadPage(library, (launched) => connect(window, launched))} />);
  if (!savesData(navigator)) void preloadParts().then(warmLayout);
}
