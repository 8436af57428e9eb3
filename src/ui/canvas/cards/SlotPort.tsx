import { useMemo } from "react";
import { itemPortId, slotPortId } from "../../../pipeline/layout/cardShape";
import { innerPortX, innerPortY } from "../../../pipeline/layout/scene";
import type { WireEnd } from "../../../pipeline/wiring/wire";
import { Port } from "./Port";
import { PortLabel } from "./PortLabel";
import { isFrom, type RowsProps } from "./rowsProps";

/** A Condition's True and False. */
export function SlotPort({
  slot,
  label,
  face,
  highlighted,
  wire,
  from,
}: RowsProps & { readonly slot: string; readonly label: string }) {
  const id = slotPortId(slot);
  const y = face.shape.outputs.get(id) ?? 0;
  const port = useMemo(() => ({ key: face.key, side: "slot" as const, port: slot }), [face.key, slot]);
  const end = useMemo((): WireEnd => ({ kind: "slot", step: face.key, slot }), [face.key, slot]);
  const isHighlighted = highlighted.includes(`|out:${id}|`);
  const first = face.shape.slots[0]?.slot === slot;
  return (
    <>
      <PortLabel side="output" y={y} marks={isHighlighted ? "is-highlighted" : ""}>
        {label}
      </PortLabel>
      <Port
        port={port}
        end={end}
        name={`${label} of ${face.name}`}
        title={`Drag to a step: it runs when ${label}`}
        x={face.width}
        y={y}
        filled
        tone={first ? "true" : "false"}
        highlighted={isHighlighted}
        look={null}
        aside={wire !== null && !isFrom(from, port)}
        over={false}
      />
    </>
  );
}

/** The ports inside a ForEach's box: Each leads to the steps of its body, item is read by them. */
export function InnerPort(props: RowsProps & { readonly id: string; readonly label: string; readonly index: number }) {
  const { id, label, index, face, ports, highlighted, wire, look, over, from } = props;
  const y = innerPortY(face.shape, index);
  const slot = face.shape.slots.find((candidate) => candidate.id === id)?.slot ?? null;
  const port = useMemo(
    () => ({ key: face.key, side: slot === null ? ("item" as const) : ("slot" as const), port: slot ?? itemPortId }),
    [face.key, slot],
  );
  const end = useMemo(
    (): WireEnd =>
      slot === null
        ? { kind: "source", source: { kind: "currentItem", step: face.key, member: "" } }
        : { kind: "slot", step: face.key, slot },
    [face.key, slot],
  );
  const portLook = slot === null && wire === "field" ? (look?.ports.get(itemPortId) ?? null) : null;
  return (
    <>
      <PortLabel side="inner" y={y} left={innerPortX + 14}>
        {label}
      </PortLabel>
      <Port
        port={port}
        end={end}
        name={slot === null ? `Output item of ${face.name}` : `${label} of ${face.name}`}
        title={slot === null ? "The item of the present iteration" : "Drag to a step: it runs for each item"}
        x={innerPortX}
        y={y}
        filled={slot !== null || ports.itemInUse}
        tone="plain"
        highlighted={highlighted.includes(`|out:${id}|`)}
        look={portLook}
        aside={wire !== null && portLook === null && !isFrom(from, port)}
        over={over?.port?.side === "item"}
      />
    </>
  );
}
