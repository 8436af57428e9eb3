import "./OutlineRow.css";
import { type KeyboardEvent, memo } from "react";
import { shallow } from "zustand/shallow";
import type { EdgeRow, OutlineRow, StepRow } from "../../editor/session/outline";
import { Breakable } from "../kit/Breakable";
import { StepIcon } from "../kit/StepIcon";
import { labelOf, type Standing } from "./treeKeys";

export interface RowActions {
  readonly onGo: (row: OutlineRow) => void;
  readonly onMenu: (key: string) => void;
  readonly onFold: (key: string, folded: boolean) => void;
}

interface RowProps extends RowActions {
  readonly row: OutlineRow;
  /** Its number among all rows, and its place among those beside it. */
  readonly at: number;
  readonly standing: Standing;
  readonly isFolded: boolean;
  readonly selected: boolean;
  /** Tab comes to this one. */
  readonly isStop: boolean;
}

/** A step or an edge in the Outline. */
export const Row = memo(function Row({
  row,
  at,
  standing,
  isFolded,
  selected,
  isStop,
  onGo,
  onMenu,
  onFold,
}: RowProps) {
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
      data-at={at}
      aria-level={row.level}
      aria-posinset={standing.place}
      aria-setsize={standing.of}
      aria-selected={selected}
      aria-expanded={canFold ? !isFolded : undefined}
      aria-label={labelOf(row)}
      aria-description={row.kind === "step" ? row.typeLabel : undefined}
      tabIndex={isStop ? 0 : -1}
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
function sameRow(
  { row: left, standing: stood, ...before }: RowProps,
  { row: right, standing: stands, ...after }: RowProps,
): boolean {
  return shallow<object>(left, right) && shallow(stood, stands) && shallow(before, after);
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
