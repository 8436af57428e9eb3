import { useMemo } from "react";
import type { OutputPort } from "../../../pipeline/card/ports";
import { labelRoom } from "../../../pipeline/layout/portText";
import type { WireEnd } from "../../../pipeline/wiring/wire";
import { Port } from "./Port";
import { PortLabel } from "./PortLabel";
import { PortName, rowClass } from "./PortName";
import { isFrom, type RowsProps } from "./rowsProps";

/** An output at a card's right edge. */
export function OutputPortRow({
  output,
  face,
  ports,
  highlighted,
  wire,
  look,
  over,
  from,
}: RowsProps & { readonly output: OutputPort }) {
  const id = output.output;
  const y = face.shape.outputs.get(id) ?? 0;
  const port = useMemo(() => ({ key: face.key, side: "out" as const, port: id }), [face.key, id]);
  const end = useMemo(
    (): WireEnd => ({ kind: "source", source: { kind: "output", step: face.key, output: id } }),
    [face.key, id],
  );
  const isHighlighted = highlighted.includes(`|out:${id}|`);
  const portLook = wire === "field" ? (look?.ports.get(id) ?? null) : null;
  const faded = portLook?.ok === false;
  return (
    <>
      <PortLabel
        side="output"
        y={y}
        title={output.said}
        marks={rowClass(isHighlighted, portLook?.ok ?? null, null, faded)}
      >
        <PortName name={output} room={labelRoom(face, y, "out", ports)} />
      </PortLabel>
      <Port
        port={port}
        end={end}
        name={`Output ${output.said} of ${face.name}`}
        title={`${output.said} · ${output.kindLabel}`}
        x={face.width}
        y={y}
        filled={output.inUse}
        tone="plain"
        highlighted={isHighlighted}
        look={portLook}
        aside={wire !== null && wire !== "field" && !isFrom(from, port)}
        over={over?.port?.side === "out" && over.port.port === id}
      />
    </>
  );
}
