import type { HostConnection } from "../../client/connectHost";
import type { HostOpening } from "../../contract/host";
import type { PagePort } from "../session/pagePort";

/**
 * The program in which the page is shown, where it is one that holds the file's text itself (VS Code): each edit goes there at once, saving and
 * taking back are its own, and what it says of the text is what the file is.
 */
export interface FileHolder extends Pick<HostOpening, "keepsBeside" | "readOnlyBecause" | "compared"> {
  /** Tells that the text, or what lies beside it, may be another now. */
  onChange(listener: () => void): () => void;
  /** True where it was saved. */
  save(): Promise<boolean>;
  /** Lets the person choose where a file is written: a window of it downloads nothing. */
  readonly keep: PagePort["download"];
  undo(): Promise<void>;
  redo(): Promise<void>;
  /** Shows the text at a place, from 1. */
  showText(place: { readonly line: number; readonly column: number }): void;
}

/** The holder at the other end of a connection. */
export function holderOf({ ask, onEvent, opening }: HostConnection): FileHolder {
  const { keepsBeside, readOnlyBecause, compared } = opening;
  return {
    ...{ keepsBeside, readOnlyBecause, compared },
    onChange: (listener) => onEvent(({ event }) => event === "changed" && listener()),
    save: () => ask({ call: "save" }),
    undo: () => ask({ call: "undo" }),
    redo: () => ask({ call: "redo" }),
    showText: ({ line, column }) => void ask({ call: "showText", line, column }),
    keep: ({ name, content }) => void ask({ call: "keep", name, content }),
  };
}
