import "./ExecutionsTable.css";
import { useEffect, useState } from "react";
import { useStore } from "zustand";
import type { Execution } from "../../../../contract/executions";
import { isFinished } from "../../../../contract/finished";
import { targetKey } from "../../../../contract/target";
import { toDisplayError } from "../../../../contract/toDisplayError";
import { executionId } from "../../../../editor/runs/executions/executionId";
import {
  createTable,
  type ExecutionFacts,
  type ExecutionTable,
  fitting,
  rowsOfPage,
  rowsOn,
  type TableState,
} from "../../../../editor/runs/executions/table/createTable";
import { isFiltered } from "../../../../editor/runs/executions/table/filter";
import { durationWords } from "../../../kit/durationWords";
import { ExecutionStatus } from "../../../kit/ExecutionStatus";
import { PlainButton } from "../../../kit/PlainButton";
import { PanelNote } from "../../../kit/paragraphs";
import { useEditorState, useExecutionsState, useWorkspace } from "../../../kit/useWorkspace";
import { ExecutionFailure } from "../ExecutionFailure";
import { absoluteMoment } from "../words";
import { TableFilter } from "./TableFilter";

/** All executions of the pipeline at its target: found by status, time and parameter, and opened on the canvas. */
export function ExecutionsTable({ onOpen }: { readonly onOpen: () => void }) {
  const table = useTable();
  return table === null ? null : <Drawn table={table} onOpen={onOpen} />;
}

/** Another target or name has other executions; one that began or ended shows by itself. */
function useTable(): ExecutionTable | null {
  const { client, target: targetNow } = useWorkspace().runs;
  const [table, setTable] = useState<ExecutionTable | null>(null);
  const name = useEditorState((state) => state.document.name);
  const key = useEditorState(() => targetKey(targetNow()));
  const listed = useExecutionsState((state) => state.list.executions);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the target is told by its key
  useEffect(() => {
    const made = createTable(client, targetNow(), name);
    setTable(made);
    return () => made.close();
  }, [client, key, name]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is listed anew has changed
  useEffect(() => void table?.refresh(), [table, listed]);
  return table;
}

interface DrawnProps {
  readonly table: ExecutionTable;
  readonly onOpen: () => void;
}

function Drawn({ table, onOpen }: DrawnProps) {
  const state = useStore(table.store);
  const rows = rowsOn(state);
  const { error, filter, facts } = state;
  const telling = tellingParameters(rows.flatMap(({ arn }) => facts.get(arn) ?? []));
  return (
    <div className="sw-executions-table">
      <div className="sw-executions-bar">
        <TableFilter filter={filter} onChange={(change) => void table.filter(change)} />
        <PlainButton look="text" onClick={() => void table.refresh()}>
          Refresh
        </PlainButton>
      </div>
      {error !== null && (
        <ExecutionFailure role="alert">
          {toDisplayError(error).title}. {toDisplayError(error).next}
        </ExecutionFailure>
      )}
      {rows.length === 0 ? (
        <PanelNote role="status">{emptyWords(state)}</PanelNote>
      ) : (
        <table className="sw-execution-rows" aria-label="Executions of this pipeline">
          <thead>
            <tr>
              <th scope="col">Execution</th>
              <th scope="col">Status</th>
              <th scope="col">Started</th>
              <th scope="col">Duration</th>
              <th scope="col">Version</th>
              <th scope="col">Parameters</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((execution) => (
              <Row
                key={execution.arn}
                execution={execution}
                facts={facts.get(execution.arn)}
                telling={telling}
                onOpen={onOpen}
              />
            ))}
          </tbody>
        </table>
      )}
      <Pages table={table} state={state} />
    </div>
  );
}

/** Those that have more than one value. */
function tellingParameters(facts: readonly ExecutionFacts[]): ReadonlySet<string> {
  const first = new Map<string, string>();
  const telling = new Set<string>();
  for (const { name, value } of facts.flatMap(({ parameters }) => parameters)) {
    if ((first.get(name) ?? value) !== value) telling.add(name);
    first.set(name, value);
  }
  return telling;
}

function emptyWords({ state, filter, next, read }: TableState): string {
  if (state === "loading") return "Looking for executions …";
  if (!isFiltered(filter)) return "There is no execution yet.";
  return next === null ? "No execution is like that." : `None of the newest ${read.length} executions is like that.`;
}

interface RowProps {
  readonly execution: Execution;
  readonly facts: ExecutionFacts | undefined;
  /** Names of the parameters that tell the rows apart. */
  readonly telling: ReadonlySet<string>;
  readonly onOpen: () => void;
}

function Row({ execution, facts, telling, onOpen }: RowProps) {
  const { executions, target } = useWorkspace().runs;
  const { arn, displayName, description, started, status } = execution;
  const given = facts?.parameters ?? [];
  const parameters = given.toSorted((left, right) => Number(telling.has(right.name)) - Number(telling.has(left.name)));
  const asText = parameters.map(({ name, value }) => `${name} = ${value}`);
  const open = () => {
    executions.show(arn, target());
    onOpen();
  };
  return (
    <tr>
      <th scope="row">
        <PlainButton look="link" title={arn} onClick={open}>
          {displayName ?? <span className="sw-mono">{executionId(arn)}</span>}
        </PlainButton>
        {displayName !== null && <span className="sw-mono sw-execution-id"> {executionId(arn)}</span>}
        {description !== null && <div className="sw-execution-description">{description}</div>}
      </th>
      <td>
        <ExecutionStatus status={status} />
      </td>
      <td>
        <time dateTime={started ?? ""} title={started ?? ""}>
          {absoluteMoment(started)}
        </time>
      </td>
      <td>{isFinished(status) && facts !== undefined ? durationWords(started, facts.lastModified) : ""}</td>
      <td>{facts?.versionId ?? ""}</td>
      <td className="sw-execution-values sw-mono" title={asText.join("\n")}>
        {asText.join(", ")}
      </td>
    </tr>
  );
}

function Pages({ table, state }: { readonly table: ExecutionTable; readonly state: TableState }) {
  const { page, next, read } = state;
  const found = fitting(state).length;
  const isMore = found > (page + 1) * rowsOfPage || next !== null;
  if (page === 0 && !isMore) return null;
  const first = page * rowsOfPage + 1;
  const last = Math.min(found, (page + 1) * rowsOfPage);
  return (
    <nav className="sw-execution-pages" aria-label="Pages of executions">
      <PlainButton look="text" disabled={page === 0} onClick={() => void table.toPage(page - 1)}>
        Newer
      </PlainButton>
      <span role="status">
        {last < first ? `${read.length} looked through` : `${first}–${last}${isMore ? "" : ` of ${found}`}`}
      </span>
      <PlainButton
        look="text"
        disabled={!isMore || state.state === "loading"}
        onClick={() => void table.toPage(found > (page + 1) * rowsOfPage ? page + 1 : page)}
      >
        {found > (page + 1) * rowsOfPage || next === null ? "Older" : "Look further back"}
      </PlainButton>
    </nav>
  );
}
