/** The editor's door to the handlers: what is attached to the steps of a document, and a try of one of them. */
import type { Attachments, StepOfDocument } from "./attachments";
import { reachOfCode } from "./isolation";
import { type HandlerEnd, runHandler } from "./runHandler";

export interface EditorHandlers extends Pick<Attachments, "attach" | "list" | "withdraw"> {
  /** What code can reach on this computer, as the question says it. */
  reach(): string;
  /** Runs the handler of a step once, with an event; a sentence where it may not be run, null where there is none. */
  tryOut(of: StepOfDocument, event: unknown, functionArn: string): Promise<HandlerEnd | string | null>;
}

export function editorHandlers(attachments: Attachments, hidden: readonly string[]): EditorHandlers {
  return {
    attach: attachments.attach,
    list: attachments.list,
    withdraw: attachments.withdraw,
    reach: () => reachOfCode(),
    tryOut: async ({ pipeline, step }, event, functionArn) => {
      const found = attachments.find(pipeline, step);
      if (found === null || typeof found === "string") return found;
      return runHandler({ ...found, event, functionArn, hidden });
    },
  };
}
