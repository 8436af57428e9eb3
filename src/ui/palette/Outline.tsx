import "./Outline.css";
import { type KeyboardEvent, memo, useCallback, useMemo, useState } from "react";
import { shallow } from "zustand/shallow";
import { type EdgeRow, type OutlineRow, outlineRows, type StepRow } from "../../editor/session/outline";
import { graphOf } from "../../editor/session/selectors";
import { Breakable } from "../kit/Breakable";
import { SearchField } from "../kit/SearchField";
import { StepIcon } from "../kit/StepIcon";
import { useEditorObject, useEditorState, useWorkspace } from "../kit/useWorkspace";
import { keepTabStop, moveFocus } from "./treeKeys";

/** Every step and every edge to read and to go to, by keyboard too; always complete, unless a person folds or filters it. */
export function Outline() {
  const workspace = useWorkspace();
  const { editor } = workspace;
  const graph = useEditorObject(graphOf);
  const selection = useEditorState((state) => state.selection);
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());
  const [wanted, setWanted] = useState("");
  const rows = useMemo(() => outlineRows(graph, folded), [graph, folded]);
  const shown = wanted.trim() === "" ? rows : rows.filter((row) => fits(row, wanted.trim().toLowerCase()));

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
  const steps = new Set(selection.steps);
  const isSelected = (row: OutlineRow) =>
    row.kind === "step" ? steps.has(row.key) : selection.edge?.from === row.from && selection.edge.to === row.to;

  return (
    <section aria-label="Outline" className="sw-outline">
      <SearchField look="left" label="Find a step or an edge" value={wanted} onChange={setWanted} />
      {rows.length === 0 ? (
        <p className="sw-outline-none">There are no steps yet. Add one from the palette.</p>
      ) : (
        <div
          role="tree"
          aria-label="Steps and edges"
          className="sw-outline-tree"
          onKeyDown={moveFocus}
          onFocus={keepTabStop}
        >
          {shown.map((row, index) => (
            <Row
              key={row.id}
              row={row}
              isFolded={row.kind === "step" && folded.has(row.key)}
              selected={isSelected(row)}
              first={index === 0}
              onGo={go}
              onMenu={menu}
              onFold={fold}
            />
          ))}
        </div>
      )}
    </section>
  );
}

function fits(row: OutlineRow, wanted: string): boolean {
  const said = row.kind === "step" ? `${row.key} ${row.typeLabel}` : `${row.to} ${row.sentence}`;
  return said.toLowerCase().includes(wanted);
}

interface RowProps {
  readonly row: OutlineRow;
  readonly isFolded: boolean;
  readonly selected: boolean;
  /** The first row is where Tab enters the tree. */
  readonly first: boolean;
  readonly onGo: (row: OutlineRow) => void;
  readonly onMenu: (key: string) => void;
  readonly onFold: (key: string, folded: boolean) => void;
}

const Row = memo(function Row({ row, isFolded, selected, first, onGo, onMenu, onFold }: RowProps) {
  const canFold = row.kind === "step" && row.hasMore;
  const press = (event: KeyboardEvent) => {
    const asksMenu = event.key === "ContextMenu" || (event.key === "F10" && event.shiftKey);
    if (event.key === "Enter" || event.key === " ") onGo(row);
    else if (asksMenu && row.kind === "step") onMenu(row.key);
    else if (canFold && event.key === "ArrowRight" && isFolded) onFold(row.key, false);
    else if (canFold && event.key === "ArrowLeft" && !isFolded) onFold(row.key, true);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div
      role="treeitem"
      aria-level={row.level}
      aria-selected={selected}
      aria-expanded={canFold ? !isFolded : undefined}
      aria-label={row.kind === "step" ? row.key : `${row.to} ${row.sentence}`}
      aria-description={row.kind === "step" ? row.typeLabel : undefined}
      tabIndex={first ? 0 : -1}
      className={`sw-outline-row sw-outline-${row.kind}`}
      style={{ paddingLeft: 6 + (row.level - 1) * 16 }}
      onClick={() => onGo(row)}
      onContextMenu={(event) => {
        if (row.kind !== "step") return;
        event.preventDefault();
        onMenu(row.key);
      }}
      onKeyDown={press}
    >
      {row.kind === "step" ? (
        <StepContent row={row} canFold={canFold} isFolded={isFolded} onFold={onFold} />
      ) : (
        <EdgeContent row={row} />
      )}
    </div>
  );
}, sameRow);

/** Rows are made anew with each graph; those that say the same need not be drawn again. */
function sameRow({ row: left, ...before }: RowProps, { row: right, ...after }: RowProps): boolean {
  return shallow<object>(left, right) && shallow(before, after);
}

interface StepContentProps {
  readonly row: StepRow;
  readonly canFold: boolean;
  readonly isFolded: boolean;
  readonly onFold: (key: string, folded: boolean) => void;
}

function StepContent({ row, canFold, isFolded, onFold }: StepContentProps) {
  return (
    <>
      <span
        className="sw-outline-fold"
        aria-hidden="true"
        onClick={(event) => {
          if (!canFold) return;
          event.stopPropagation();
          onFold(row.key, !isFolded);
        }}
      >
        {canFold ? (isFolded ? "▸" : "▾") : ""}
      </span>
      <StepIcon type={row.type} size={20} />
      <span className="sw-outline-name">{row.key}</span>
      {/* Its description says it; as text it would stand in the row and not in its name. */}
      <span className="sw-outline-type" data-type={row.typeLabel} />
    </>
  );
}

function EdgeContent({ row }: { readonly row: EdgeRow }) {
  return (
    <span className="sw-outline-sentence">
      <Breakable text={row.sentence} />
    </span>
  );
}
