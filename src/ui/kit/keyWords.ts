import { chordInWords as inWords } from "../../editor/commands/keys";

export const isMac = /Mac|iPhone|iPad/.test(navigator.userAgent);

/** A chord as this person's keyboard says it. */
export function chordInWords(chord: string): string {
  return inWords(chord, isMac);
}
