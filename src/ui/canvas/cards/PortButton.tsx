import "./PortButton.css";
import type { ComponentProps } from "react";
import type { PortRef } from "../../../pipeline/layout/portRef";
import type { WireEnd } from "../../../pipeline/wiring/wire";
import { useKit } from "../kit";
import { startWire } from "../wire/startWire";

interface Props extends ComponentProps<"button"> {
  readonly port: PortRef;
  readonly end: WireEnd;
}

/** Where a wire starts and ends, whatever it looks like. */
export function PortButton({ port, end, className, ...button }: Props) {
  const kit = useKit();
  const hover = (on: boolean) => kit.canvas.setState({ hover: on ? { kind: "port", port } : null });
  return (
    <button
      {...button}
      type="button"
      className={`sw-socket nodrag nopan ${className}`}
      tabIndex={-1}
      data-port={`${port.side}:${port.port}`}
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.stopPropagation();
        startWire(kit, event.nativeEvent, port, end);
      }}
      onPointerEnter={() => hover(true)}
      onPointerLeave={() => hover(false)}
    />
  );
}
