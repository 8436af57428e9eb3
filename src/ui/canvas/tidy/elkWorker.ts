/** The worker that lays graphs out. elk registers a message handler of its own here; what it is told and answers goes by `graphTexts`. */
import "elkjs/lib/elk-worker.min.js";
import { atOnce } from "../../../pipeline/definition/atOnce";
import type { ElkNode } from "../../../pipeline/layout/elk/elkNode";
import { type Answer, graphInParts, textsInParts, type Wish } from "./graphTexts";

/** What elk's handler answers. */
interface ElkAnswer {
  readonly id: number;
  readonly data?: ElkNode;
  readonly error?: { readonly message?: string };
}

type ElkWish = { readonly id: number } & (
  | { readonly cmd: "register"; readonly algorithms: readonly string[] }
  | { readonly cmd: "layout"; readonly graph: ElkNode }
);

interface Scope {
  onmessage: (event: { readonly data: never }) => void;
  postMessage: (message: never) => void;
}

const scope = globalThis as unknown as Scope;
const elk = scope.onmessage as (event: { readonly data: ElkWish }) => void;
const answer = scope.postMessage.bind(scope) as (message: Answer) => void;

scope.postMessage = ({ id, data, error }: ElkAnswer) => {
  if (error !== undefined) answer({ id, error: String(error.message ?? error) });
  else if (data !== undefined) answer({ id, texts: atOnce(textsInParts(data)) });
};
elk({ data: { id: -1, cmd: "register", algorithms: ["layered", "rectpacking"] } });
scope.onmessage = ({ data: { id, texts } }: { readonly data: Wish }) =>
  elk({ data: { id, cmd: "layout", graph: atOnce(graphInParts(texts)) } });
