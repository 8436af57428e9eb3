import "./RunCode.css";
import Button from "@cloudscape-design/components/button";
import StatusIndicator from "@cloudscape-design/components/status-indicator";
import { useEffect, useRef, useState } from "react";
import type { AttachedHandler } from "../../../contract/handlers";
import { errorInWords } from "../../../contract/toDisplayError";
import type { CodeSource, Handlers } from "../../../editor/runs/handlers/createHandlers";
import { FieldProblem } from "../../kit/FieldProblem";
import { Note } from "../../kit/paragraphs";
import { useEditor, useEditorState } from "../../kit/useWorkspace";

export interface AskedCode {
  /** Stands for the code that is asked about. */
  readonly key: string;
  readonly reach: string;
}

interface Props {
  readonly handlers: Handlers;
  /** The step's own name, by which executions know it. */
  readonly step: string;
  /** What is in the box: the code, or the file that it is read from. */
  readonly source: CodeSource;
  readonly code: string;
  readonly handler: string;
  readonly attached: AttachedHandler | null;
  /** A question that is open already. */
  readonly asked: AskedCode | null;
  readonly setAsked: (asked: AskedCode | null) => void;
}

/** Whether the code in the box is really run in the local region: it is asked first, and can be taken back. */
export function RunCode({ handlers, step, source, code, handler, attached, asked, setAsked }: Props) {
  const editor = useEditor();
  const pipeline = useEditorState(({ document }) => document.name);
  const [trouble, setTrouble] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const runs = attached !== null && attached.asks === null && attached.code === code && attached.handler === handler;
  const section = useFocusKept(asked !== null, runs);
  const attach = async (allowed: string | null) => {
    setBusy(true);
    setTrouble(null);
    const result = await handlers.attach(step, source, handler, allowed);
    setBusy(false);
    setAsked(result.ok && result.value.kind === "ask" ? result.value : null);
    if (!result.ok) setTrouble(errorInWords(result.error));
    else if (result.value.kind === "refused") setTrouble(result.value.reason);
    else if (result.value.kind === "attached") editor.announce(`${step} runs this code in the local region.`);
  };
  const withdraw = async () => {
    const error = await handlers.withdraw(step);
    setTrouble(error === null ? null : errorInWords(error));
    if (error === null) editor.announce(`${step} is simulated again in the local region.`);
  };
  return (
    <section ref={section} tabIndex={-1} className="sw-run-code" aria-label="Running this code">
      <h4>In the local region</h4>
      {trouble !== null && (
        <FieldProblem severity="error" role="alert">
          {trouble}
        </FieldProblem>
      )}
      {asked !== null ? (
        <div className="sw-run-code-question" role="group" aria-label="Allow this code to run?">
          <p>
            <strong>Really run {handler} on this computer?</strong> {asked.reach}
          </p>
          <Note>
            It then runs for {step} in each execution of {pipeline} here, as it stands above: changed code asks again.
          </Note>
          <div className="sw-run-code-actions">
            <Button variant="primary" disabled={isBusy} onClick={() => void attach(asked.key)}>
              Allow and run it
            </Button>
            <Button variant="link" onClick={() => setAsked(null)}>
              Not now
            </Button>
          </div>
        </div>
      ) : runs ? (
        <>
          <StatusIndicator type="success">Really run, with each execution</StatusIndicator>
          <div className="sw-run-code-actions">
            <Button variant="inline-link" onClick={() => void withdraw()}>
              Stop running it
            </Button>
          </div>
        </>
      ) : (
        <>
          <Note>{whatRuns(attached, step)}</Note>
          <div className="sw-run-code-actions">
            <Button
              variant={attached === null ? "normal" : "primary"}
              disabled={isBusy}
              onClick={() => void attach(null)}
            >
              {attached === null ? "Run this code" : "Run the changed code"}
            </Button>
            {attached !== null && (
              <Button variant="inline-link" onClick={() => void withdraw()}>
                Stop running it
              </Button>
            )}
          </div>
        </>
      )}
    </section>
  );
}

/** The button that was pressed goes with what it asked or did: the keyboard stays here, and what came instead is seen. */
function useFocusKept(isAsked: boolean, runs: boolean) {
  const section = useRef<HTMLElement>(null);
  const shown = `${isAsked} ${runs}`;
  const before = useRef(shown);
  useEffect(() => {
    if (before.current === shown) return;
    before.current = shown;
    if (document.activeElement === document.body) section.current?.focus({ preventScroll: true });
    section.current?.scrollIntoView?.({ block: "nearest" });
  }, [shown]);
  return section;
}

function whatRuns(attached: AttachedHandler | null, step: string): string {
  if (attached === null) return `${step} is simulated there: no code of it runs.`;
  if (attached.asks !== null)
    return `${attached.fileName || "The code"} has changed since you allowed it: it does not run.`;
  return "What you allowed runs there; what stands above is another text.";
}
