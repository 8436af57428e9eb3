/** Which of the dialogs is open over a document: the top bar opens them, and so do a notice, the other dialog, the executions. */
import { createStore, type StoreApi } from "zustand/vanilla";
import type { ParameterValue } from "../../contract/executions";
import type { Target } from "../../contract/target";

/** What an execution is started with. */
export interface StartValues {
  readonly parameters: readonly ParameterValue[];
  readonly displayName: string;
  /** Left out: all steps run. */
  readonly only?: SelectedRun;
}

/** A run of some steps alone. */
export interface SelectedRun {
  readonly steps: readonly string[];
  /** The execution from which comes what the steps before them gave; null where they need nothing. */
  readonly source: string | null;
}

export type OpenDialog =
  /** What can be done, by name; the steps alone; every command that has keys; the way through the editor. */
  | { readonly kind: "commands" | "find a step" | "keys" | "tour" }
  /** What starts the deployed pipeline by time; the way to another target. */
  | { readonly kind: "schedules" | "promote" }
  /** The names of its versions; left out, at the document's target. */
  | { readonly kind: "aliases"; readonly target?: Target }
  | { readonly kind: "export" /** The form that is shown first. */; readonly form: string }
  | {
      readonly kind: "deploy";
      /** Started once it is deployed. */
      readonly thenStart?: StartValues;
      /** Its plan needs no leave: nobody pays for what runs in the local region. */
      readonly atOnce?: true;
    }
  | {
      readonly kind: "run" /** Values to begin with, of an earlier execution. */;
      readonly values?: readonly ParameterValue[];
      /** The steps that are to run without the others. */
      readonly only?: readonly string[];
    };

export interface Dialogs {
  readonly store: StoreApi<{ readonly dialog: OpenDialog | null }>;
  open(dialog: OpenDialog): void;
  close(): void;
}

export function createDialogs(): Dialogs {
  const store = createStore<{ readonly dialog: OpenDialog | null }>(() => ({ dialog: null }));
  return {
    store,
    open: (dialog) => store.setState({ dialog }),
    close: () => store.setState({ dialog: null }),
  };
}
