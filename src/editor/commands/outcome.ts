/** What comes of a command: it is done, refused, or has to ask first. */
import type { Question } from "../session/question";

export type Outcome<Args = undefined> = Settled | { readonly ask: Question<Args> };
export type Settled = Done | Refused;

export interface Done {
  /** What happened, said to whoever cannot see it; "" where nothing changed. */
  readonly done: string;
  /** Shows the sentence too, with nothing to do, or one thing: to take it back, to go on. */
  readonly offer?: "nothing" | "undo" | Offer;
  /** What is shown in its place. */
  readonly shown?: string;
}

export interface Refused {
  /** Why, as a sentence for the person. */
  readonly refused: string;
  /** The steps of the cycle that it would have closed. */
  readonly cycle?: readonly string[] | null;
  /** `error` stays until it has been read. */
  readonly kind?: "warning" | "error";
  /** True where the editor has said it already. */
  readonly said?: true;
}

export interface Offer {
  readonly label: string;
  readonly run: () => void;
}
