import { reasonsInWords, removeEdge } from "../../pipeline/edits/removeEdge";
import type { CanvasKit } from "./kit";

/** Deletes one line, which is one reason of its edge, and says what went. */
export function deleteLine({ editor, session }: CanvasKit, id: string): void {
  const line = session.getState().lines.get(id)?.line;
  if (line === undefined) return;
  const { from, to, reason } = line;
  const outcome = editor.edit(`Disconnect ${from} from ${to}`, removeEdge(from, to, reason));
  if (!outcome.ok || !outcome.changed) return;
  session.setState({ line: null });
  editor.selectEdge(null);
  const words = reasonsInWords(from, to, [reason]).join(" ");
  editor.announce(words);
  editor.notice("info", words, { label: "Undo", run: () => editor.undo() });
}
