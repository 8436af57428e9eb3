import { lazy, Suspense } from "react";
import { loadPart } from "../../../editor/session/loadPart";
import { Note } from "../paragraphs";
import type { AccountPickerProps } from "./AccountPicker";

const AccountPicker = lazy(async () => ({
  default: (await loadPart(() => import("./AccountPicker"))).AccountPicker,
}));

/** The list of what the chosen target has; its code comes with the first one that is opened. */
export function LazyAccountPicker({ onPick, onClose, ...picker }: AccountPickerProps) {
  const pick = (value: string) => {
    onPick(value);
    onClose();
  };
  return (
    <Suspense fallback={<Note>Loading …</Note>}>
      <AccountPicker {...picker} onPick={pick} onClose={onClose} />
    </Suspense>
  );
}
