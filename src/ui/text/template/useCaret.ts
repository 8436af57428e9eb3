import { type RefObject, useLayoutEffect, useRef } from "react";
import { isTextBox, type TextBox } from "./useCompletion";

/** Puts the caret into one of the texts: at once, or when the texts that an edit makes are drawn. */
export function useCaret(root: RefObject<HTMLElement | null>, control: string) {
  const next = useRef<{ readonly index: number; readonly at: number } | null>(null);
  const box = (index: number): TextBox | null => {
    const found = root.current?.querySelector(`[data-text="${index}"]`) ?? document.getElementById(control);
    return isTextBox(found) ? found : null;
  };
  const put = (index: number, at: number) => {
    const found = box(index);
    found?.focus();
    found?.setSelectionRange(at, at);
  };
  useLayoutEffect(() => {
    if (next.current === null) return;
    const { index, at } = next.current;
    next.current = null;
    put(index, at);
  });
  return {
    goTo(index: number, at: number) {
      next.current = { index, at };
    },
    goNow(index: number, side: "start" | "end") {
      put(index, side === "start" ? 0 : (box(index)?.value.length ?? 0));
    },
    /** True between an edit and the drawing of it: the box that had the focus may be gone. */
    isMoving: () => next.current !== null,
  };
}
