import { memo, useMemo } from "react";
import { printPath } from "../../../pipeline/definition/path";
import { itemPortId, portNameWidth, shownHint, slotPortId } from "../../../pipeline/layout/cardShape";
import { innerPorts, innerPortX, innerPortY } from "../../../pipeline/layout/scene";
import { fitText, textWidth } from "../../../pipeline/layout/textWidth";
import type { Problem } from "../../../pipeline/problems";
import type { InputPort, OutputPort, StepPorts } from "../../../pipeline/wiring";
import type { StepFace } from "../flowNodes";
import { type PortRef, samePort } from "../session";
import type { CardLook, WireEnd, WireOver } from "../wire/drawnWire";
import { Port } from "./Port";

interface RowsProps {
  readonly face: StepFace;
  readonly ports: StepPorts;
  readonly problems: readonly Problem[];
  /** The ports that lit lines meet (`litPorts`). */
  readonly lit: string;
  readonly wire: WireEnd["kind"] | null;
  readonly look: CardLook | null;
  readonly over: WireOver | null;
  /** The port of this card that the wire comes from. */
  readonly from: PortRef | null;
}

/** The ports of a card, each at the place that its shape says. */
export const PortRows = memo(function PortRows(props: RowsProps) {
  const { face, ports } = props;
  return (
    <>
      {ports.inputs.map((input) => (
        <InputRow key={input.printed} input={input} {...props} />
      ))}
      {ports.outputs.map((output) => (
        <OutputRow key={output.output} output={output} {...props} />
      ))}
      {face.shape.box
        ? innerPorts(face.shape).map(({ id, label }, index) => (
            <InnerPort key={id} id={id} label={label} index={index} {...props} />
          ))
        : face.shape.slots.map(({ slot, label }) => <SlotRow key={slot} slot={slot} label={label} {...props} />)}
    </>
  );
});

function InputRow({
  input,
  face,
  ports,
  problems,
  lit,
  wire,
  look,
  over,
  from,
}: RowsProps & { readonly input: InputPort }) {
  const y = face.shape.inputs.get(input.printed) ?? 0;
  const { printed, path } = input;
  const port = useMemo(() => ({ key: face.key, side: "in" as const, port: printed }), [face.key, printed]);
  const end = useMemo((): WireEnd => ({ kind: "field", target: { step: face.key, path } }), [face.key, path]);
  const isLit = lit.includes(`|in:${printed}|`);
  const portLook = wire === "source" ? (look?.ports.get(printed) ?? null) : null;
  const isOver = over?.port?.side === "in" && over.port.port === printed;
  const faded = wire !== null && (wire !== "source" || portLook?.ok === false);
  return (
    <>
      <span
        className={`sw-port-label is-input ${rowClass(isLit, portLook?.ok ?? null, portLook?.match ?? null, faded)}`}
        style={{ top: y - 12.5 }}
        title={printed}
      >
        <PortName name={input} room={labelRoom(face, y, "in", ports)} />
      </span>
      <Port
        port={port}
        end={end}
        name={`Field ${printed} of ${face.name}`}
        title={input.kindLabel === "" ? printed : `${printed} · ${input.kindLabel}`}
        x={0}
        y={y}
        filled={input.inUse}
        tone={toneOf(problems, printed)}
        lit={isLit}
        look={portLook}
        aside={wire !== null && wire !== "source" && !isFrom(from, port)}
        over={isOver}
      />
    </>
  );
}

function OutputRow({ output, face, ports, lit, wire, look, over, from }: RowsProps & { readonly output: OutputPort }) {
  const id = output.output;
  const y = face.shape.outputs.get(id) ?? 0;
  const port = useMemo(() => ({ key: face.key, side: "out" as const, port: id }), [face.key, id]);
  const end = useMemo(
    (): WireEnd => ({ kind: "source", source: { kind: "output", step: face.key, output: id } }),
    [face.key, id],
  );
  const isLit = lit.includes(`|out:${id}|`);
  const portLook = wire === "field" ? (look?.ports.get(id) ?? null) : null;
  const faded = portLook?.ok === false;
  return (
    <>
      <span
        className={`sw-port-label is-output ${rowClass(isLit, portLook?.ok ?? null, null, faded)}`}
        style={{ top: y - 12.5 }}
        title={output.said}
      >
        <PortName name={output} room={labelRoom(face, y, "out", ports)} />
      </span>
      <Port
        port={port}
        end={end}
        name={`Output ${output.said} of ${face.name}`}
        title={`${output.said} · ${output.kindLabel}`}
        x={face.width}
        y={y}
        filled={output.inUse}
        tone="plain"
        lit={isLit}
        look={portLook}
        aside={wire !== null && wire !== "field" && !isFrom(from, port)}
        over={over?.port?.side === "out" && over.port.port === id}
      />
    </>
  );
}

/** A Condition's True and False. */
function SlotRow({
  slot,
  label,
  face,
  lit,
  wire,
  from,
}: RowsProps & { readonly slot: string; readonly label: string }) {
  const id = slotPortId(slot);
  const y = face.shape.outputs.get(id) ?? 0;
  const port = useMemo(() => ({ key: face.key, side: "slot" as const, port: slot }), [face.key, slot]);
  const end = useMemo((): WireEnd => ({ kind: "slot", step: face.key, slot }), [face.key, slot]);
  const isLit = lit.includes(`|out:${id}|`);
  const first = face.shape.slots[0]?.slot === slot;
  return (
    <>
      <span className={`sw-port-label is-output ${isLit ? "is-lit" : ""}`} style={{ top: y - 12.5 }}>
        {label}
      </span>
      <Port
        port={port}
        end={end}
        name={`${label} of ${face.name}`}
        title={`Drag to a step: it runs when ${label}`}
        x={face.width}
        y={y}
        filled
        tone={first ? "true" : "false"}
        lit={isLit}
        look={null}
        aside={wire !== null && !isFrom(from, port)}
        over={false}
      />
    </>
  );
}

/** The ports inside a ForEach's box: Each leads to the steps of its body, item is read by them. */
function InnerPort(props: RowsProps & { readonly id: string; readonly label: string; readonly index: number }) {
  const { id, label, index, face, lit, wire, look, over, from } = props;
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
      <span className="sw-port-label is-inner" style={{ top: y - 12.5, left: innerPortX + 14 }}>
        {label}
      </span>
      <Port
        port={port}
        end={end}
        name={slot === null ? `Output item of ${face.name}` : `${label} of ${face.name}`}
        title={slot === null ? "The item of the present iteration" : "Drag to a step: it runs for each item"}
        x={innerPortX}
        y={y}
        filled={slot !== null}
        tone="plain"
        lit={lit.includes(`|out:${id}|`)}
        look={portLook}
        aside={wire !== null && portLook === null && !isFrom(from, port)}
        over={over?.port?.side === "item"}
      />
    </>
  );
}

function isFrom(from: PortRef | null, port: PortRef): boolean {
  return from !== null && samePort(from, port);
}

function PortName({ name, room }: { readonly name: InputPort | OutputPort; readonly room: number }) {
  const label = fitText(name.label, room, 12);
  const hint = shownHint(name);
  const left = room - textWidth(label, 12) - 6;
  if (hint === null || left < 16) return label;
  return (
    <>
      {label}
      <span className="sw-port-hint"> {fitText(hint, left, 11)}</span>
    </>
  );
}

/** Left of a row an input, right an output: each has the room that the other leaves, and half where both are long. */
function labelRoom({ shape, width }: StepFace, y: number, side: "in" | "out", ports: StepPorts): number {
  const room = width - 28;
  const index = [...(side === "in" ? shape.outputs : shape.inputs).values()].indexOf(y);
  if (index < 0) return room;
  const other = side === "in" ? ports.outputs[index] : ports.inputs[index];
  const taken = other === undefined ? 40 : portNameWidth(other);
  return Math.max(room / 2 - 6, room - taken - 12);
}

function rowClass(lit: boolean, ok: boolean | null, match: string | null, faded: boolean): string {
  const words: string[] = [];
  if (lit) words.push("is-lit");
  if (match !== null && ok === true) words.push("is-best");
  if (faded) words.push("is-faded");
  return words.join(" ");
}

function toneOf(problems: readonly Problem[], printed: string): "plain" | "warning" | "error" {
  let tone: "plain" | "warning" | "error" = "plain";
  for (const { at, severity } of problems) {
    if (printPath(at) !== printed && !printPath(at).startsWith(`${printed}.`)) continue;
    if (severity === "error") return "error";
    if (severity === "warning") tone = "warning";
  }
  return tone;
}
