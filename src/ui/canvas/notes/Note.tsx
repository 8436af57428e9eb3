import "./Note.css";
import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from "react";
import { deleteNote, placeNote, writeNote } from "../../../editor/commands/notes/notes";
import type { Note, Position } from "../../../pipeline/definition/document";
import { colours } from "../../../pipeline/definition/document";
import { useCanvas } from "../canvasStore";
import { followPointer } from "../followPointer";
import { type CanvasKit, useKit } from "../kit";
import { Markdown } from "./markdown";

type Place = Pick<Note, "place" | "size">;

const smallest = { width: 120, height: 60 };
const arrows: ReadonlyMap<string, Position> = new Map([
  ["ArrowLeft", { x: -10, y: 0 }],
  ["ArrowRight", { x: 10, y: 0 }],
  ["ArrowUp", { x: 0, y: -10 }],
  ["ArrowDown", { x: 0, y: 10 }],
]);

/** A note: dragged by itself, made larger at its corner, written after a double click or Enter. */
export function NoteView({ note, readOnly }: { readonly note: Note; readonly readOnly: boolean }) {
  const kit = useKit();
  const { id, text, colour = colours[0] } = note;
  const written = useCanvas((state) => state.writtenNote === id) && !readOnly;
  const [moved, setMoved] = useState<Place | null>(null);
  const { place, size } = moved ?? note;
  const write = () => kit.canvas.setState({ writtenNote: id });
  const steer = (down: PointerEvent, change: (by: Position) => Place) => {
    if (down.button !== 0 || readOnly || written) return;
    down.stopPropagation();
    followNote(kit, down.nativeEvent, change, setMoved, (to) => kit.run(placeNote, { id, ...to }));
  };
  const openMenu = () =>
    kit.canvas.setState({ overlay: { kind: "noteMenu", id, at: { x: place.x + size.width, y: place.y } } });
  const key = (event: KeyboardEvent) => {
    if (written || event.target !== event.currentTarget || readOnly) return;
    const by = arrows.get(event.key);
    if (by !== undefined) kit.run(placeNote, { id, size, place: { x: place.x + by.x, y: place.y + by.y } });
    else if (event.key === "Enter" || event.key === "F2") write();
    else if (event.key === "Delete" || event.key === "Backspace") kit.run(deleteNote, { id });
    else if (event.key === "ContextMenu" || (event.key === "F10" && event.shiftKey)) openMenu();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div
      className={`sw-canvas-note nopan is-${colour}`}
      style={{ transform: `translate(${place.x}px,${place.y}px)`, width: size.width, height: size.height }}
      role="group"
      aria-roledescription="note"
      aria-label={text.split("\n", 1)[0] === "" ? "Empty note" : text.split("\n", 1)[0]}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: its keys move, write and delete it
      tabIndex={0}
      onKeyDown={key}
      onDoubleClick={write}
      onContextMenu={(event) => {
        event.preventDefault();
        event.stopPropagation();
        if (!readOnly) openMenu();
      }}
      onPointerDown={(down) => {
        if (down.target instanceof Element && down.target.closest("a") !== null) return;
        steer(down, (by) => ({ size, place: { x: place.x + by.x, y: place.y + by.y } }));
      }}
    >
      {written ? <Writing note={note} /> : <Markdown text={text} />}
      {!readOnly && (
        <span
          className="sw-canvas-note-corner"
          aria-hidden="true"
          onPointerDown={(down) =>
            steer(down, (by) => ({
              place,
              size: {
                width: Math.max(smallest.width, size.width + by.x),
                height: Math.max(smallest.height, size.height + by.y),
              },
            }))
          }
        />
      )}
    </div>
  );
}

function Writing({ note: { id, text } }: { readonly note: Note }) {
  const kit = useKit();
  const box = useRef<HTMLTextAreaElement>(null);
  const cancelled = useRef(false);
  useEffect(() => {
    box.current?.focus();
    box.current?.select();
  }, []);
  const end = () => kit.canvas.setState({ writtenNote: null });
  return (
    <textarea
      ref={box}
      className="nodrag nowheel"
      aria-label="Text of the note, Markdown"
      defaultValue={text}
      onPointerDown={(event) => event.stopPropagation()}
      onBlur={(event) => {
        if (!cancelled.current) kit.run(writeNote, { id, text: event.currentTarget.value });
        end();
      }}
      onKeyDown={(event) => {
        const isDone = event.key === "Escape" || (event.key === "Enter" && (event.ctrlKey || event.metaKey));
        if (!isDone) return;
        event.preventDefault();
        event.stopPropagation();
        cancelled.current = event.key === "Escape";
        const note = event.currentTarget.closest<HTMLElement>(".sw-canvas-note");
        event.currentTarget.blur();
        note?.focus();
      }}
    />
  );
}

/** Moves with the pointer, in the canvas' own pixels, and says where it was let go. */
function followNote(
  { view }: CanvasKit,
  down: globalThis.PointerEvent,
  change: (by: Position) => Place,
  show: (place: Place | null) => void,
  settle: (place: Place) => void,
): void {
  const from = view.toCanvas({ x: down.clientX, y: down.clientY });
  let last: Place | null = null;
  const rounded = ({ place, size }: Place): Place => ({
    place: { x: Math.round(place.x), y: Math.round(place.y) },
    size: { width: Math.round(size.width), height: Math.round(size.height) },
  });
  followPointer(down, {
    move(client) {
      const at = view.toCanvas(client);
      last = rounded(change({ x: at.x - from.x, y: at.y - from.y }));
      show(last);
    },
    up() {
      if (last !== null) settle(last);
      show(null);
    },
    cancel: () => show(null),
  });
}
