/** Texts that lie on the canvas: kept with the document, never in the definition. */
import type { Colour, Note, PipelineDocument, Position } from "../../../pipeline/definition/document";
import { addNote as addRecipe, changeNote, freeId, removeNote } from "../../../pipeline/edits/notes";
import type { CanvasPort } from "../../session/canvasPort";
import type { EditorState } from "../../session/editorState";
import { editing } from "../editing";
import { freePosition } from "../steps/freePosition";

const newNote = { text: "New note", size: { width: 220, height: 120 } } as const;

type AddArgs = { readonly at: Position } | undefined;

/** Lays a note where a menu was opened, or in a free place, and lets it be written. */
export const addNote = editing<AddArgs>({
  id: "notes.add",
  group: "Pipeline",
  palette: true,
  label: () => "Add a note",
  recipe: ({ document }, args, { canvas }) => {
    const { size, text } = newNote;
    const place = args?.at ?? freePlace(document, canvas);
    const id = freeId(document, "note");
    return addRecipe({ id, text, size, place: { x: Math.round(place.x), y: Math.round(place.y) } });
  },
  done: () => "Note added.",
  after: ({ editor, canvas }) => {
    const note = editor.store.getState().document.notes.at(-1);
    if (note !== undefined) canvas?.writeNote(note.id);
  },
});

/** Off the steps and the other notes, in view where there is room. */
function freePlace(document: PipelineDocument, canvas: CanvasPort | null): Position {
  if (canvas === null) return { x: 0, y: 0 };
  const taken = document.notes.map(({ id, place }) => [id, place] as const);
  return freePosition(new Map<string, Position>([...canvas.scene().cards, ...taken]), canvas.inView());
}

interface OfNote {
  readonly id: string;
}

const isThere = ({ document }: EditorState, { id }: OfNote): true | string =>
  document.notes.some((note) => note.id === id) || "This note is gone: another edit deleted it.";

/** Gives a note another text. */
export const writeNote = editing<OfNote & { readonly text: string }>({
  id: "notes.write",
  group: "Pipeline",
  palette: false,
  label: () => "Write the note",
  when: isThere,
  recipe: (_, { id, text }) => changeNote(id, { text }),
  done: () => "Note written.",
});

/** Puts a note elsewhere, or in another size. */
export const placeNote = editing<OfNote & Pick<Note, "place" | "size">>({
  id: "notes.place",
  group: "Pipeline",
  palette: false,
  label: () => "Move the note",
  when: isThere,
  recipe: (_, { id, place, size }) => changeNote(id, { place, size }),
  done: () => "Note moved.",
});

export const colourNote = editing<OfNote & { readonly colour: Colour }>({
  id: "notes.colour",
  group: "Pipeline",
  palette: false,
  label: (_, { colour }) => `Colour the note ${colour}`,
  when: isThere,
  recipe: (_, { id, colour }) => changeNote(id, { colour }),
  done: (_, { colour }) => `The note is ${colour}.`,
});

export const deleteNote = editing<OfNote>({
  id: "notes.delete",
  group: "Pipeline",
  palette: false,
  label: () => "Delete the note",
  when: isThere,
  recipe: (_, { id }) => removeNote(id),
  done: () => "Note deleted.",
  offer: "undo",
});
