import "./StepLog.css";
import { useEffect, useMemo, useRef, useState } from "react";
import { useStore } from "zustand";
import type { StepRun } from "../../../contract/executions";
import { toDisplayError } from "../../../contract/toDisplayError";
import { followLog } from "../../../editor/runs/executions/followLog";
import type { ShownExecution } from "../../../editor/runs/executions/shownExecution";
import { PlainButton } from "../../kit/PlainButton";
import { useWorkspace } from "../../kit/useWorkspace";
import { ExecutionFailure } from "./ExecutionFailure";
import { momentWords } from "./words";

const every = { local: 1_500, aws: 6_000 };

/** What the code of a step wrote, where it stands: searched, and followed while the step runs; nothing for a step that writes none. */
export function StepLog({ shown, step }: { readonly shown: ShownExecution; readonly step: StepRun }) {
  const { client } = useWorkspace().runs;
  const { arn: executionArn, target } = shown;
  const { name, ended, attempts } = step;
  const log = useMemo(
    () => followLog(client, { target, executionArn, step: name }),
    [client, target, executionArn, name],
  );
  const { where, lines, error } = useStore(log.store);
  const [wanted, setWanted] = useState("");
  const goesOn = ended === null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt writes more
  useEffect(() => {
    void log.readOn();
    if (!goesOn) return;
    const reading = setInterval(() => {
      if (document.visibilityState !== "hidden") void log.readOn();
    }, every[target.kind]);
    return () => clearInterval(reading);
  }, [log, goesOn, attempts, target]);
  const found = wanted === "" ? lines : lines.filter(({ text }) => text.toLowerCase().includes(wanted.toLowerCase()));
  const box = useRef<HTMLDivElement>(null);
  const atEnd = useRef(true);
  // biome-ignore lint/correctness/useExhaustiveDependencies: with more lines its end is further down
  useEffect(() => {
    if (goesOn && atEnd.current && box.current !== null) box.current.scrollTop = box.current.scrollHeight;
  }, [found.length, goesOn]);
  if (error !== null && where === null) {
    const { title, detail, next } = toDisplayError(error);
    return (
      <ExecutionFailure>
        Log: {title}. {detail} {next}
      </ExecutionFailure>
    );
  }
  if (where === null) return null;
  return (
    <section aria-label={`Log of ${name}`}>
      <div className="sw-step-log-head">
        <h4>Log</h4>
        <input
          type="search"
          className="sw-step-log-search"
          aria-label={`Search the log of ${name}`}
          placeholder="Search"
          value={wanted}
          onChange={(event) => setWanted(event.currentTarget.value)}
        />
        <span role="status">
          {wanted === "" ? `${lines.length} lines` : `${found.length} of ${lines.length} lines`}
          {goesOn && ", followed"}
        </span>
        <PlainButton look="text" onClick={() => void log.readOn()}>
          Read on
        </PlainButton>
      </div>
      <div
        ref={box}
        className="sw-step-log sw-mono"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it is scrolled by keys
        tabIndex={0}
        role="log"
        aria-live="off"
        aria-label={`Lines of ${name}, from ${where}`}
        onScroll={({ currentTarget: { scrollTop, scrollHeight, clientHeight } }) => {
          atEnd.current = scrollTop + clientHeight > scrollHeight - 8;
        }}
      >
        {lines.length === 0 && "It has written nothing."}
        {found.map(({ id, at, text }) => (
          <div key={id} title={at === null ? undefined : momentWords(at, new Date())}>
            {text === "" ? " " : text}
          </div>
        ))}
      </div>
    </section>
  );
}
