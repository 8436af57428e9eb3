import "./EdgeInspector.css";
import Button from "@cloudscape-design/components/button";
import { disconnect } from "../../editor/commands/edges/disconnect";
import { shownPath } from "../../editor/form/item";
import { printPath } from "../../pipeline/definition/path";
import { getIn } from "../../pipeline/definition/value";
import type { Edge, Reason } from "../../pipeline/graph/deriveGraph";
import { shortOutputName } from "../../pipeline/references/propertyPath";
import { FieldPath } from "../kit/FieldPath";
import { InspectorHead } from "../kit/InspectorHead";
import { entryOf } from "../kit/inspectedStep";
import { Note } from "../kit/paragraphs";
import { TriggerSelect } from "../kit/TriggerSelect";
import { useRun } from "../kit/useCommands";
import { useEditor, useEditorState } from "../kit/useWorkspace";
import { chipParts } from "../text/references/chipParts";

/** An edge: why it is there, each reason as a sentence, to be mended or removed. */
export function EdgeInspector({ edge }: { readonly edge: Edge }) {
  const run = useRun();
  const readOnly = useEditorState((state) => state.readOnly);
  const { from, to, reasons } = edge;
  const remove = (reason?: Reason) => run(disconnect, reason === undefined ? { from, to } : { from, to, reason });
  return (
    <>
      <InspectorHead
        title={`${from} → ${to}`}
        said={`${reasons.length === 1 ? "One reason" : `${reasons.length} reasons`} why ${to} comes after ${from}`}
      />
      <ul className="sw-reasons" aria-label="Reasons">
        {reasons.map((reason) => (
          <li key={JSON.stringify(reason)}>
            <ReasonView edge={edge} reason={reason} readOnly={readOnly} onRemove={() => remove(reason)} />
          </li>
        ))}
      </ul>
      {reasons.length > 1 && (
        <Button disabled={readOnly} onClick={() => remove()}>
          Remove all
        </Button>
      )}
    </>
  );
}

interface ReasonProps {
  readonly edge: Edge;
  readonly reason: Reason;
  readonly readOnly: boolean;
  readonly onRemove: () => void;
}

function ReasonView({ edge, reason, readOnly, onRemove }: ReasonProps) {
  const editor = useEditor();
  const { from, to } = edge;
  const remove = (words: string, what: string) => (
    <Button variant="inline-link" disabled={readOnly} onClick={onRemove} ariaLabel={`${words} ${what}`}>
      {words}
    </Button>
  );
  switch (reason.kind) {
    case "data": {
      const output = shortOutputName(reason.output);
      return (
        <>
          <p>
            <strong>{to}</strong> reads <strong>{output}</strong> of <strong>{from}</strong> in
          </p>
          <FieldPath path={shownPath(reason.path)} />
          <AmongText edge={edge} reason={reason} />
          <Button variant="inline-link" onClick={() => editor.reveal(to, printPath(reason.path))}>
            Go to the field
          </Button>{" "}
          {remove("Remove", `${output} from ${shownPath(reason.path)}`)}
        </>
      );
    }
    case "order":
      return (
        <>
          <p>
            <strong>{to}</strong> waits for <strong>{from}</strong> and runs
          </p>
          <TriggerSelect from={from} to={to} trigger={reason.trigger} />
          {remove("Remove", `${to} waits for ${from}`)}
        </>
      );
    default:
      return (
        <>
          <p>
            <strong>{to}</strong> lies in <strong>{reason.label}</strong> of <strong>{from}</strong>.
          </p>
          {remove("Move out", `${to} of ${reason.label}`)}
        </>
      );
  }
}

/** Where the value is one part of a text, the text around it. */
function AmongText({ edge, reason }: { readonly edge: Edge; readonly reason: Extract<Reason, { kind: "data" }> }) {
  const words = useEditorState((state) => {
    const parts = chipParts(getIn(entryOf(state, edge.to)?.step, reason.path)) ?? [];
    return parts.length < 2
      ? ""
      : parts.map((part) => (part.kind === "text" ? part.text : `{${part.lead} ${part.name}}`)).join("");
  });
  return words === "" ? null : <Note>as part of {words}</Note>;
}
