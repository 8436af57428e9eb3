import type { StoreApi } from "zustand/vanilla";
import type { PipelineDocument } from "../../pipeline/definition/document";
import { get, hasMoreValues, isList } from "../../pipeline/definition/value";
import { deriveGraph } from "../../pipeline/graph/deriveGraph";
import { listSteps } from "../../pipeline/graph/stepTree";
import type { Reading } from "../../pipeline/reading";
import type { ApiModels } from "../../pipeline/schema/model";
import type { EditorState } from "./editorState";
import { loadPart } from "./loadPart";
import { inSlices } from "./slices";

/** Keeps the reading of the present document: what is derived of it, with its problems. */
export interface Checking {
  /**
   * The reading for a state with this document and these models, to be set together with them: at once after an edit. Where most of a
   * large document is new it is read in slices and set later; until then there is none.
   */
  follow(document: PipelineDocument, models: ApiModels): Pick<EditorState, "reading">;
  /** Loads the rules and reads the document; done when its problems are known. Fails where the rules cannot be loaded. */
  start(): Promise<void>;
}

/** So many new steps are read at once. */
const mostAtOnce = 500;

export function createChecking(store: StoreApi<EditorState>): Checking {
  let rules: typeof import("../../pipeline/reading") | null = null;
  let stop = () => {};

  function follow(document: PipelineDocument, models: ApiModels): Pick<EditorState, "reading"> {
    const { reading: before, document: old } = store.getState();
    stop();
    if (rules !== null && stepsToCheck(document, models, before) <= mostAtOnce) {
      return { reading: rules.read(document, models, before ?? undefined) };
    }
    // What an edit leaves stays the same object, also while there is no reading.
    if (document.definition !== old.definition) deriveGraph(document.definition, deriveGraph(old.definition));
    if (rules !== null) {
      const work = rules.readInSlices(document, models, before ?? undefined);
      stop = inSlices(work, (reading) => store.setState({ reading }));
    }
    return { reading: null };
  }

  async function start(): Promise<void> {
    if (rules === null) {
      const loaded = await loadPart(() => import("../../pipeline/reading"));
      rules ??= loaded;
    }
    const { reading, document, models } = store.getState();
    if (reading === null) store.setState(follow(document, models));
    await isRead();
  }

  function isRead(): Promise<void> {
    return new Promise((resolve) => {
      const look = ({ reading }: EditorState) => {
        if (reading === null) return;
        unsubscribe();
        resolve();
      };
      const unsubscribe = store.subscribe(look);
      look(store.getState());
    });
  }

  return { follow, start };
}

/** A step with more values is read in slices, as many steps are. */
const mostValues = 50_000;

/**
 * About how many steps are not those of before: of steps that lie in others, those others are counted. With another model all are asked
 * again. One with very many values counts for all that can be read at once.
 */
function stepsToCheck({ definition }: PipelineDocument, models: ApiModels, before: Reading | null): number {
  const steps = get(definition, "Steps");
  const isOther = before === null || before.parts.checked.models !== models;
  if (isOther && listSteps(definition).length > mostAtOnce) return mostAtOnce + 1;
  const top = isOther ? undefined : before.graph.top;
  if (!isList(steps)) return 0;
  const old = isList(top) ? top : [];
  const moved = steps.filter((step, i) => step !== old[i]);
  if (moved.length <= mostAtOnce)
    return moved.some((step) => hasMoreValues(step, mostValues)) ? mostAtOnce + 1 : moved.length;
  const known = new Set(old);
  return moved.filter((step) => !known.has(step)).length;
}
