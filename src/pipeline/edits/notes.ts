import type { Note, PipelineDocument } from "../definition/document";
import type { Recipe } from "./edit";

/** An id that no note or group of a document has. */
export function freeId({ notes, groups }: PipelineDocument, kind: "note" | "group"): string {
  const taken = new Set([...notes, ...groups].map(({ id }) => id));
  let count = taken.size + 1;
  while (taken.has(`${kind}-${count}`)) count++;
  return `${kind}-${count}`;
}

/** Lays a note on the canvas, above those that are there. */
export function addNote(note: Note): Recipe {
  return (document) => ({ ...document, notes: [...document.notes, note] });
}

/** Changes a note: its text, its place, its size, its colour. One that is gone stays so. */
export function changeNote(id: string, change: Partial<Omit<Note, "id">>): Recipe {
  return (document) => {
    const before = document.notes.find((note) => note.id === id);
    if (before === undefined || isSame(before, change)) return document;
    return { ...document, notes: document.notes.map((note) => (note === before ? { ...note, ...change } : note)) };
  };
}

function isSame(note: Note, change: Partial<Note>): boolean {
  return JSON.stringify({ ...note, ...change }) === JSON.stringify(note);
}

export function removeNote(id: string): Recipe {
  return (document) => {
    const notes = document.notes.filter((note) => note.id !== id);
    return notes.length === document.notes.length ? document : { ...document, notes };
  };
}
