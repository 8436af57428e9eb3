import "./Outline.css";
import { useCallback, useMemo, useState } from "react";
import { type OutlineRow, outlineRows } from "../../editor/session/outline";
import { graphOf } from "../../editor/session/selectors";
import { SearchField } from "../kit/SearchField";
import { useEditorObject, useEditorState, useWorkspace } from "../kit/useWorkspace";
import { OutlineTree } from "./OutlineTree";

/** Every step and every edge to read and to go to, by keyboard too; always complete, unless a person folds or filters it. */
export function Outline() {
  const workspace = useWorkspace();
  const { editor } = workspace;
  const graph = useEditorObject(graphOf);
  const selection = useEditorState((state) => state.selection);
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());
  const [wanted, setWanted] = useState("");
  const rows = useMemo(() => outlineRows(graph, folded), [graph, folded]);
  const shown = useMemo(
    () => (wanted.trim() === "" ? rows : rows.filter((row) => fits(row, wanted.trim().toLowerCase()))),
    [rows, wanted],
  );

  const go = useCallback(
    (row: OutlineRow) => {
      if (row.kind === "step") return editor.reveal(row.key);
      if (row.field === null) editor.reveal(row.to);
      else editor.reveal(row.to, row.field);
      editor.selectEdge({ from: row.from, to: row.to });
    },
    [editor],
  );
  const menu = useCallback(
    (key: string) => {
      editor.reveal(key);
      workspace.canvas?.openMenu(key);
    },
    [workspace, editor],
  );
  const fold = useCallback((key: string, isFolded: boolean) => {
    setFolded((before) => {
      const after = new Set(before);
      if (isFolded) after.add(key);
      else after.delete(key);
      return after;
    });
  }, []);
  const isSelected = useMemo(() => {
    const steps = new Set(selection.steps);
    return (row: OutlineRow) =>
      row.kind === "step" ? steps.has(row.key) : selection.edge?.from === row.from && selection.edge.to === row.to;
  }, [selection]);

  return (
    <section aria-label="Outline" className="sw-outline">
      <SearchField look="left" label="Find a step or an edge" value={wanted} onChange={setWanted} />
      {rows.length === 0 ? (
        <p className="sw-outline-none">There are no steps yet. Add one from the palette.</p>
      ) : (
        <OutlineTree rows={shown} isSelected={isSelected} folded={folded} onGo={go} onMenu={menu} onFold={fold} />
      )}
    </section>
  );
}

function fits(row: OutlineRow, wanted: string): boolean {
  const said = row.kind === "step" ? `${row.key} ${row.typeLabel}` : `${row.to} ${row.sentence}`;
  return said.toLowerCase().includes(wanted);
}
