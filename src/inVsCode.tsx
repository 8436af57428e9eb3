/** The page in a window of VS Code, which holds the text of the file that is edited. */
import { createRoot } from "react-dom/client";
import { connectHost } from "./client/connectHost";
import { holderOf } from "./editor/files/fileHolder";
import { openDocuments } from "./editor/session/documents";
import { openNowhere } from "./storage/openNowhere";
import { goTo } from "./ui/kit/address";
import type { LoadedPage } from "./ui/kit/pageContext";
import { type SystemLook, startTheme } from "./ui/kit/theme";
import { HeldApp } from "./ui/page/HeldApp";

interface VsCodeWindow {
  acquireVsCodeApi(): { postMessage(message: unknown): void };
}

export async function startInVsCode(root: HTMLElement): Promise<void> {
  startTheme(lookOfVsCode);
  const { postMessage } = (window as unknown as VsCodeWindow).acquireVsCodeApi();
  const host = await connectHost({
    post: (message) => postMessage(message),
    listen: (listener) => window.addEventListener("message", ({ data }) => listener(data)),
  });
  const page: LoadedPage = {
    connection: host,
    library: openNowhere(),
    documents: openDocuments((id) => goTo({ page: "document", id })),
    holder: holderOf(host),
  };
  const { path } = host.opening;
  host.tab.setItem("stepwire.folder", "");
  goTo({ page: "file", path }, { replace: true });
  host.onEvent((event) => {
    if (event.event === "reveal") goTo({ page: "file", path, step: event.step }, { replace: true });
  });
  createRoot(root).render(<HeldApp page={page} />);
}

/** VS Code says by classes of the page's body which look its person chose, and keeps them up to date. */
const lookOfVsCode: SystemLook = {
  isDark: () => /\bvscode-(dark|high-contrast)(\s|$)/.test(document.body.className),
  onChange(listener) {
    new MutationObserver(listener).observe(document.body, { attributeFilter: ["data-vscode-theme-kind"] });
  },
};
