import "./PanelTabs.css";
import type { KeyboardEvent } from "react";
import type { PanelTab } from "../../../editor/session/editorState";
import { problemsOf } from "../../../editor/session/selectors";
import { useEditor, useEditorState } from "../../kit/useWorkspace";

export const panelTabs: readonly { readonly id: PanelTab; readonly name: string }[] = [
  { id: "problems", name: "Problems" },
  { id: "definition", name: "Definition" },
  { id: "simulation", name: "Simulation" },
  { id: "executions", name: "Executions" },
];

export const panelBodyId = "bottom-panel";
export const tabId = (tab: PanelTab) => `bottom-panel-tab-${tab}`;

/** The tabs: a click opens one, a click on the open one closes the panel; arrows go from one to the next. */
export function PanelTabs() {
  const editor = useEditor();
  const open = useEditorState((state) => state.panel);
  const reachable = panelTabs.some(({ id }) => id === open) ? open : "problems";
  const move = (event: KeyboardEvent<HTMLElement>) => {
    const by = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
    const all = [...event.currentTarget.querySelectorAll<HTMLElement>("[role=tab]")];
    const at = all.indexOf(event.target as HTMLElement);
    const next = all[(at + by + all.length) % all.length];
    if (by === 0 || at < 0 || next === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    next.focus();
    const tab = panelTabs[all.indexOf(next)];
    if (open !== null && tab !== undefined) editor.setPanel(tab.id);
  };
  return (
    <div role="tablist" aria-label="Bottom panel" className="sw-panel-tabs" onKeyDown={move}>
      {panelTabs.map(({ id, name }) => (
        <button
          key={id}
          type="button"
          role="tab"
          id={tabId(id)}
          className="sw-panel-tab"
          aria-selected={id === open}
          aria-controls={id === open ? panelBodyId : undefined}
          tabIndex={id === reachable ? 0 : -1}
          onClick={() => editor.setPanel(id === open ? null : id)}
        >
          {name}
          {id === "problems" && <ProblemBadge />}
        </button>
      ))}
    </div>
  );
}

/** Errors and warnings; what is only worth knowing is in the list. */
function ProblemBadge() {
  const { count, errors } = useEditorState((state) => {
    const problems = problemsOf(state).filter(({ severity }) => severity !== "info");
    return { count: problems.length, errors: problems.filter(({ severity }) => severity === "error").length };
  });
  if (count === 0) return null;
  return <span className={`sw-panel-badge sw-panel-badge-${errors > 0 ? "error" : "warning"}`}>{count}</span>;
}
