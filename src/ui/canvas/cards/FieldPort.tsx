import { useMemo } from "react";
import type { InputPort } from "../../../pipeline/card/ports";
import { labelRoom } from "../../../pipeline/layout/portText";
import type { WireEnd } from "../../../pipeline/wiring/wire";
import { fieldTone } from "./fieldTone";
import { Port } from "./Port";
import { PortLabel } from "./PortLabel";
import { PortName, rowClass } from "./PortName";
import { isFrom, type RowsProps } from "./rowsProps";

/** An input field at a card's left edge. */
export function FieldPort({
  input,
  face,
  ports,
  problems,
  highlighted,
  wire,
  look,
  over,
  from,
}: RowsProps & { readonly input: InputPort }) {
  const y = face.shape.inputs.get(input.printed) ?? 0;
  const { printed, path } = input;
  const port = useMemo(() => ({ key: face.key, side: "in" as const, port: printed }), [face.key, printed]);
  const end = useMemo((): WireEnd => ({ kind: "field", target: { step: face.key, path } }), [face.key, path]);
  const isHighlighted = highlighted.includes(`|in:${printed}|`);
  const portLook = wire === "source" ? (look?.ports.get(printed) ?? null) : null;
  const isOver = over?.port?.side === "in" && over.port.port === printed;
  const faded = wire !== null && (wire !== "source" || portLook?.ok === false);
  return (
    <>
      <PortLabel
        side="input"
        y={y}
        title={printed}
        marks={rowClass(isHighlighted, portLook?.ok ?? null, portLook?.match ?? null, faded)}
      >
        <PortName name={input} room={labelRoom(face, y, "in", ports)} />
      </PortLabel>
      <Port
        port={port}
        end={end}
        name={`Field ${printed} of ${face.name}`}
        title={input.kindLabel === "" ? printed : `${printed} · ${input.kindLabel}`}
        x={0}
        y={y}
        filled={input.inUse}
        tone={fieldTone(problems, printed)}
        highlighted={isHighlighted}
        look={portLook}
        aside={wire !== null && wire !== "source" && !isFrom(from, port)}
        over={isOver}
      />
    </>
  );
}
