import { memo } from "react";
import { innerPorts } from "../../../pipeline/layout/scene";
import { FieldPort } from "./FieldPort";
import { OutputPortRow } from "./OutputPortRow";
import type { RowsProps } from "./rowsProps";
import { InnerPort, SlotPort } from "./SlotPort";

/** The ports of a card, each at the place that its shape says. */
export const PortRows = memo(function PortRows(props: RowsProps) {
  const { face, ports } = props;
  return (
    <>
      {ports.inputs.map((input) => (
        <FieldPort key={input.printed} input={input} {...props} />
      ))}
      {ports.outputs.map((output) => (
        <OutputPortRow key={output.output} output={output} {...props} />
      ))}
      {face.shape.box
        ? innerPorts(face.shape).map(({ id, label }, index) => (
            <InnerPort key={id} id={id} label={label} index={index} {...props} />
          ))
        : face.shape.slots.map(({ slot, label }) => <SlotPort key={slot} slot={slot} label={label} {...props} />)}
    </>
  );
});
