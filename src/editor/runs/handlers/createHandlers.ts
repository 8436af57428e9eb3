/** The code that the local region really runs for the steps of the document, as the local server keeps it. */
import { createStore, type StoreApi } from "zustand/vanilla";
import type { AppError } from "../../../contract/appError";
import type { AttachedHandler, FunctionEnd } from "../../../contract/handlers";
import type { OperationName, RequestOf, ResponseOf, Result } from "../../../contract/operations";
import type { Target } from "../../../contract/target";
import type { Editor } from "../../session/createEditor";
import { attachedTo } from "./attachedTo";

type Needed = Extract<
  OperationName,
  "listHandlers" | "attachHandler" | "withdrawHandler" | "tryHandler" | "invokeFunction" | "listCode"
>;

export type HandlerCalls = {
  readonly [Name in Needed]: (request: RequestOf<Name>) => Promise<Result<ResponseOf<Name>>>;
};

export interface HandlersState {
  readonly state: "unasked" | "known" | "failed";
  /** By the step's name. */
  readonly attached: ReadonlyMap<string, AttachedHandler>;
  readonly error: AppError | null;
}

export type CodeSource = RequestOf<"attachHandler">["source"];

export interface Handlers {
  readonly store: StoreApi<HandlersState>;
  /** Asks what is attached, and whether its code is still what was allowed. */
  refresh(): Promise<void>;
  /** Attaches code to a step. It is asked about first: `allowed` names what the person said yes to. */
  attach(
    step: string,
    source: CodeSource,
    handler: string | null,
    allowed: string | null,
  ): Promise<Result<ResponseOf<"attachHandler">>>;
  /** The step is simulated again, and its code is asked about anew. */
  withdraw(step: string): Promise<AppError | null>;
  /** Runs the code of a step once. `event` is JSON text. */
  tryOut(step: string, event: string, functionArn: string): Promise<Result<FunctionEnd>>;
  /** Calls the real function once, at an AWS target. */
  invoke(target: Target, event: string, functionArn: string): Promise<Result<FunctionEnd>>;
  /** Files of code in the opened folder. */
  listCode(folder: string): Promise<readonly string[]>;
}

export function createHandlers(editor: Editor, calls: HandlerCalls): Handlers {
  const store = createStore<HandlersState>(() => ({ state: "unasked", attached: new Map(), error: null }));
  let asked = 0;
  const here = () => {
    const { id, name } = editor.store.getState().document;
    return { document: id, pipeline: name };
  };

  async function refresh(): Promise<void> {
    const mine = ++asked;
    const result = await calls.listHandlers(attachedTo(editor));
    if (mine !== asked) return;
    if (!result.ok) return store.setState({ state: "failed", error: result.error });
    const attached = new Map(result.value.handlers.map((handler) => [handler.step, handler]));
    store.setState({ state: "known", attached, error: null });
  }

  return {
    store,
    refresh,
    async attach(step, source, handler, allowed) {
      const result = await calls.attachHandler({ ...here(), step, source, handler, allowed });
      if (result.ok && result.value.kind === "attached") await refresh();
      return result;
    },
    async withdraw(step) {
      const result = await calls.withdrawHandler({ ...here(), step });
      await refresh();
      return result.ok ? null : result.error;
    },
    tryOut: (step, event, functionArn) => calls.tryHandler({ ...here(), step, event, functionArn }),
    invoke: (target, event, functionArn) => calls.invokeFunction({ target, event, functionArn }),
    async listCode(folder) {
      const result = await calls.listCode({ folder });
      return result.ok ? (result.value?.paths ?? []) : [];
    },
  };
}
