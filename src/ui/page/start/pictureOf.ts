/** Pictures of documents, drawn as the SVG export draws them: kept as long as the page, one of each look. */
import type { Library } from "../../../editor/session/storedDocuments";
import { coloursOf } from "../../../export/canvas/colours";
import { drawingOf } from "../../../export/canvas/scene";
import { svgOf } from "../../../export/canvas/svgOf";
import { deriveGraph } from "../../../pipeline/graph/deriveGraph";
import { loadModels } from "../../../pipeline/schema/load";

interface Drawn {
  readonly changedAt: number;
  readonly address: string;
}

const kept = new Map<string, Drawn>();
let last: Promise<unknown> = Promise.resolve();

/** The address of a document's picture as it was stored last. One is drawn after the other. */
export function pictureOf(library: Library, id: string, changedAt: number, dark: boolean): Promise<string> {
  const of = `${dark ? "dark" : "light"} ${id}`;
  const drawn = last.then(async () => {
    const before = kept.get(of);
    if (before?.changedAt === changedAt) return before.address;
    const document = await library.read(id);
    const models = await loadModels(deriveGraph(document.definition).steps.map(({ type }) => type));
    const svg = svgOf(drawingOf(document, models), document.name, coloursOf(dark ? "dark" : "light"));
    const address = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
    if (before !== undefined) URL.revokeObjectURL(before.address);
    kept.set(of, { changedAt, address });
    return address;
  });
  last = drawn.catch(() => undefined);
  return drawn;
}
