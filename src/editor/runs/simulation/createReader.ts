import { createStore, type StoreApi } from "zustand/vanilla";
import type { PipelineDocument } from "../../../pipeline/definition/document";
import { deriveGraph } from "../../../pipeline/graph/deriveGraph";
import { valueReader } from "../../../pipeline/simulate/engine/readValue";
import { simulate } from "../../../pipeline/simulate/engine/simulate";
import { simulationParameters } from "../../../pipeline/simulate/values/givenParameters";
import { sampleContext } from "../../../pipeline/steps/runs/values/names";
import type { Editor } from "../../session/createEditor";
import { mostLiveSteps, type Reader, usableTexts } from "./createSimulation";

/** A pause in typing, the longer the more steps a simulation has to go through. */
const pauseAt = (document: PipelineDocument) => (deriveGraph(document.definition).steps.length > 120 ? 800 : 250);
const nothing: Reader = () => null;

/** Says what expressions come to, as long as someone shows it. */
export interface ValueReader {
  readonly store: StoreApi<{ readonly read: Reader }>;
  /** Called by a field that shows a value; what it returns is called when it is gone. */
  use(): () => void;
}

/** One simulation serves all fields that ask; it follows the document when the typing pauses, while any field is there to show it. */
export function createReader(editor: Editor): ValueReader {
  const store = createStore<{ readonly read: Reader }>(() => ({ read: nothing }));
  let shown: PipelineDocument | null = null;
  let users = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stop = () => {};
  const follow = () => {
    const { document } = editor.store.getState();
    if (shown !== null && isSame(shown, document)) return;
    shown = document;
    store.setState({ read: readIn(document) });
  };
  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(follow, pauseAt(editor.store.getState().document));
  };
  return {
    store,
    use() {
      users += 1;
      if (users === 1) {
        timer = setTimeout(follow);
        stop = editor.store.subscribe(({ document }, before) => {
          if (!isSame(document, before.document)) later();
        });
      }
      return () => {
        users -= 1;
        if (users > 0) return;
        clearTimeout(timer);
        stop();
      };
    },
  };
}

function isSame(left: PipelineDocument, right: PipelineDocument): boolean {
  return (
    left.definition === right.definition &&
    left.samples === right.samples &&
    left.name === right.name &&
    left.settings === right.settings
  );
}

/** Nothing of a very large pipeline: each pause would wait for its simulation. */
function readIn(document: PipelineDocument): Reader {
  const { definition, samples, name } = document;
  if (deriveGraph(definition).steps.length > mostLiveSteps) return nothing;
  const { values } = simulationParameters(definition, usableTexts(document));
  const input = { parameters: values, context: sampleContext(name), samples };
  return valueReader(definition, simulate(definition, input), input);
}
