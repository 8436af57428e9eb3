import "./StepRequest.css";
import { useMemo } from "react";
import { serialise } from "../../pipeline/definition/serialise";
import type { ObjectValue } from "../../pipeline/definition/value";
import { stepsByKey } from "../../pipeline/graph/stepTree";
import { ownArguments } from "../../pipeline/simulate/engine/plan";
import type { SimulatedStep } from "../../pipeline/simulate/engine/simulate";
import { type ValueRow, valueRows } from "../../pipeline/simulate/values/valueRows";
import { PlainButton } from "../kit/PlainButton";
import { useEditor } from "../kit/useWorkspace";
import { PartHead, PartNote, Refusal, ValueSource, Values } from "./parts";

interface Props {
  readonly definition: ObjectValue;
  readonly step: SimulatedStep;
}

/** The fields of a step's request that expressions fill: each with the value that it gets, and where that comes from. */
export function ResolvedFields({ definition, step }: Props) {
  const editor = useEditor();
  const { key, name, request, unresolved } = step;
  const rows = useMemo(() => {
    const entry = stepsByKey(definition).get(key);
    if (entry === undefined || request === null) return [];
    const all = valueRows(ownArguments(entry), request, ["Arguments"], unresolved);
    return all.filter(({ from, value, why }) => from !== null && (value !== null || why !== null));
  }, [definition, key, request, unresolved]);
  if (request === null) return <PartNote>It is sent nothing: it does not run.</PartNote>;
  return (
    <section aria-label={`Resolved fields of ${name}`}>
      <h4>Receives</h4>
      {rows.length === 0 && <PartNote>Nothing of other steps, parameters or the execution.</PartNote>}
      <Values>
        {rows.map((row) => (
          <FieldRow key={row.path} row={row} onShow={() => editor.reveal(key, fieldPath(row.path))} />
        ))}
      </Values>
    </section>
  );
}

/** All that a step is sent in the end, as JSON. */
export function RequestText({ step: { name, request } }: { readonly step: SimulatedStep }) {
  const editor = useEditor();
  if (request === null) return null;
  const text = serialise(request, 2);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      editor.notice("success", `The request of ${name} is copied.`);
    } catch {
      editor.notice("warning", "The browser lets nothing be copied here. Select the text and copy it by keyboard.");
    }
  };
  return (
    <section className="sw-simulation-request" aria-label={`Request of ${name}`}>
      <PartHead>
        <h4>Request</h4>
        <PlainButton look="text" onClick={() => void copy()}>
          Copy
        </PlainButton>
      </PartHead>
      <pre className="sw-mono">{text}</pre>
    </section>
  );
}

function fieldPath(path: string): string {
  return path.startsWith("[") ? `Arguments${path}` : `Arguments.${path}`;
}

function FieldRow({ row, onShow }: { readonly row: ValueRow; readonly onShow: () => void }) {
  const { path, value, from, why } = row;
  return (
    <div>
      <dt>
        <button type="button" className="sw-simulation-path sw-mono" title="Show the field" onClick={onShow}>
          {path}
        </button>
      </dt>
      <dd>
        {value === null ? <Refusal>{why}</Refusal> : <span className="sw-mono">{value === "" ? '""' : value}</span>}
        <ValueSource from={from} />
      </dd>
    </div>
  );
}
