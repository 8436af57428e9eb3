import { removeEdge } from "../../../pipeline/edits/removeEdge";
import { deriveGraph, type Edge, type Reason } from "../../../pipeline/graph/deriveGraph";
import { reasonsInWords } from "../../../pipeline/graph/reasonsInWords";
import type { EdgeEnds, EditorState } from "../../session/editorState";
import { editing } from "../editing";

interface Args extends EdgeEnds {
  /** One of the edge's reasons; without one all of them go. */
  readonly reason?: Reason;
}

/** Takes an edge away with all its reasons, or one of them. */
export const disconnect = editing<Args>({
  id: "edges.disconnect",
  group: "Edges",
  palette: false,
  label: (_, { from, to }) => `Disconnect ${to} from ${from}`,
  when: (state, args) => edgeOf(state, args) !== undefined || `${args.to} does not depend on ${args.from} any more.`,
  recipe: (_, { from, to, reason }) => removeEdge(from, to, reason),
  done: (before, args) => {
    const { from, to, reason } = args;
    const reasons = reason === undefined ? (edgeOf(before, args)?.reasons ?? []) : [reason];
    return reasonsInWords(from, to, reasons).join(" ");
  },
  offer: "undo",
  after: ({ editor }, _, args) => {
    const { selection } = editor.store.getState();
    const isSelected = selection.edge?.from === args.from && selection.edge.to === args.to;
    if (isSelected && edgeOf(editor.store.getState(), args) === undefined) editor.selectEdge(null);
  },
});

function edgeOf({ document }: EditorState, { from, to }: EdgeEnds): Edge | undefined {
  return deriveGraph(document.definition)
    .into.get(to)
    ?.find((edge) => edge.from === from);
}
