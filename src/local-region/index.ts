/**
 * The local region: SageMaker Pipelines on this computer, without an account. It speaks AWS JSON 1.1, so the same client serves it and
 * AWS. Executions are simulated: each step lasts `stepSeconds`, and where an execution stands follows from its start and the clock.
 */
import { randomBytes, randomUUID } from "node:crypto";
import { callbackMessages, type Webhooks } from "./callbackMessages";
import { ServiceError, toServiceError } from "./errors";
import { handlerRuns } from "./handlerRuns";
import type { AttachedHandlers, HandlerSource } from "./handlers/attached";
import { openAttachments } from "./handlers/attachments";
import { type EditorHandlers, editorHandlers } from "./handlers/editorHandlers";
import { openLogs } from "./handlers/logs";
import { operationNamed } from "./operations";
import { decode, encode, encodeError, type RawRequest, type RawResponse } from "./protocol";
import type { RegionFolder } from "./state/regionFolder";
import { StateFault } from "./state/stateFault";
import { openStore } from "./state/store";
import { type StepDetails, stepDetails } from "./stepDetails";

export type { AttachedHandler, AttachedHandlers } from "./handlers/attached";
export type { EditorHandlers } from "./handlers/editorHandlers";
export type { RawRequest, RawResponse } from "./protocol";
export { account } from "./state/records";
export type { StepDetails } from "./stepDetails";

export interface LocalRegionOptions {
  /** Where state is kept across restarts; null or left out: in memory. */
  readonly folder?: RegionFolder | null;
  /** Hears of each file of the folder that is damaged, and of each request that the folder hindered, in a line for people. */
  readonly tell?: (line: string) => void;
  /** Handlers of Lambda steps that are really run, as the command line names them. */
  readonly handlers?: AttachedHandlers;
  /** Whether those are run that were attached in the editor with this state folder; without either no code is. */
  readonly runsAttached?: boolean;
  /** Where the messages of callbacks are posted; left out, nowhere. */
  readonly webhooks?: Webhooks | null;
  /** Hears what handlers print, in lines. */
  readonly print?: (line: string) => void;
  /** How long a simulated step lasts; 0.5 when left out. */
  readonly stepSeconds?: number;
  /** Milliseconds since 1970; the clock when left out. */
  readonly now?: () => number;
}

export interface LocalRegion {
  /** Answers one request. Never throws: a refusal, or a bug, comes back as an AWS error. */
  readonly handle: (request: RawRequest) => Promise<RawResponse>;
  /** What a step was sent and what it gave; null where it has not started. SageMaker's API has no such call: there, the jobs tell. */
  readonly stepDetails: (executionArn: string, step: string) => StepDetails | null;
  /** The editor's own door for code, which no AWS API has. */
  readonly handlers: EditorHandlers;
  /** What is or was wrong with the state folder, a line each; empty where all is well. Opens the folder. */
  readonly troubles: () => readonly string[];
  readonly close: () => void;
}

const alphabet = "abcdefghijklmnopqrstuvwxyz0123456789";

/** Twelve letters and digits, as execution ids are. */
function newExecutionId(): string {
  return Array.from(randomBytes(12), (byte) => alphabet[byte % alphabet.length]).join("");
}

export function createLocalRegion(options: LocalRegionOptions = {}): LocalRegion {
  const { folder = null, tell = () => {}, stepSeconds = 0.5, now = Date.now } = options;
  const { handlers: named = new Map(), runsAttached = false, webhooks = null, print = () => {} } = options;
  const damaged: string[] = [];
  const store = openStore(folder, (line) => {
    damaged.push(line);
    tell(line);
  });
  const hidden = folder === null ? [] : [folder.dir];
  const attachments = openAttachments(runsAttached ? folder : null, tell);
  const handlers: HandlerSource = {
    steps: (pipeline) => new Set([...named.keys(), ...attachments.steps(pipeline)]),
    find: (pipeline, step) => named.get(step) ?? attachments.find(pipeline, step),
  };
  const runs = handlerRuns({ store, handlers, logs: openLogs(folder?.dir ?? null), now, print, hidden });
  const messages = webhooks === null ? null : callbackMessages({ store, webhooks, now, tell });
  let closed = false;
  return {
    handle: async (request) => {
      const requestId = randomUUID();
      if (closed) return encodeError(new ServiceError("ConflictException", "The local region was closed."), requestId);
      try {
        const { operation, region, input } = decode(request);
        const run = operationNamed(operation);
        if (run === undefined) {
          throw new ServiceError("UnknownOperationException", `The local region does not know ${operation}.`);
        }
        const call = { region, now: now(), store, stepSeconds, newId: newExecutionId, attached: handlers.steps };
        const answer = encode(run(call, input), requestId);
        runs.look();
        messages?.look();
        return answer;
      } catch (error) {
        const refusal = toServiceError(error);
        if (refusal === null) console.error(error);
        else if (refusal.code === "LocalStateException") tell(refusal.message);
        return encodeError(refusal, requestId);
      }
    },
    handlers: editorHandlers(attachments, hidden),
    stepDetails: (executionArn, step) => stepDetails(store, runs, now(), executionArn, step),
    troubles: () => {
      try {
        store.pipelines("");
        return damaged;
      } catch (error) {
        if (!(error instanceof StateFault)) throw error;
        return [...damaged, error.message];
      }
    },
    close: () => {
      closed = true;
      runs.close();
      messages?.close();
      folder?.release();
    },
  };
}
