import "./PortName.css";
import type { InputPort, OutputPort } from "../../../pipeline/card/ports";
import { shortened } from "../../../pipeline/layout/portText";

/** A port's name, and in grey what tells it apart, as far as there is room. */
export function PortName({ name, room }: { readonly name: InputPort | OutputPort; readonly room: number }) {
  const { label, hint } = shortened(name, room);
  if (hint === "") return label;
  return (
    <>
      {label}
      <span className="sw-port-hint"> {hint}</span>
    </>
  );
}

/** The classes of a port's name. */
export function rowClass(highlighted: boolean, ok: boolean | null, match: string | null, faded: boolean): string {
  const words: string[] = [];
  if (highlighted) words.push("is-highlighted");
  if (match !== null && ok === true) words.push("is-best");
  if (faded) words.push("is-faded");
  return words.join(" ");
}
