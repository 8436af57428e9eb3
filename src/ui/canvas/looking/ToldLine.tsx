import "./ToldLine.css";
import { lineFlows } from "../../../editor/session/selectors";
import { lineSentence } from "../../../pipeline/card/lineSentence";
import { useEditorState } from "../../kit/useWorkspace";
import { Bubble } from "../Bubble";
import { useCanvas } from "../canvasStore";

/** So much of a value is told: the rest is read in the panel. */
const longest = 300;

/** The wire that the pointer rests on: what it means, and in a run what it carries. A screen reader hears both from the wire itself. */
export function ToldLine() {
  const { told, line } = useCanvas(({ told, hover, lines }) => ({
    told,
    line: hover?.kind === "line" ? lines.get(hover.id)?.line : undefined,
  }));
  const flow = useEditorState((state) => lineFlows(state)?.get(line?.id ?? ""));
  if (told === null || line === undefined) return null;
  return (
    <Bubble at={told}>
      {lineSentence(line)}
      {flow?.value != null && <span className="sw-told-value sw-mono">{shortened(flow.value)}</span>}
      {flow?.flows === false && <span className="sw-bubble-hint">Nothing went this way.</span>}
    </Bubble>
  );
}

function shortened(value: string): string {
  return value.length > longest ? `${value.slice(0, longest - 1)}…` : value;
}
