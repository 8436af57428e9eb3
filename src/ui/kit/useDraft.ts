import type { InputProps } from "@cloudscape-design/components/input";
import { useState } from "react";

interface Options {
  /** What speaks against a text; null where it can be taken. */
  readonly whyNot?: (text: string) => string | null;
  readonly take: (text: string) => void;
  /** It was left with a text that cannot be taken. */
  readonly refuse?: (why: string) => void;
  /** It was left, whatever came of it, or given up. */
  readonly end?: () => void;
}

/** A text that counts once it is left, since half of it could be another's: Enter or leaving takes it, Escape gives it up. */
export function useDraft(value: string, { whyNot, take, refuse, end }: Options) {
  const [draft, setDraft] = useState<string | null>(null);
  const why = draft === null || draft === value ? null : (whyNot?.(draft) ?? null);
  const leave = () => {
    if (why !== null) refuse?.(why);
    else if (draft !== null && draft !== value) take(draft);
    setDraft(null);
    end?.();
  };
  const press: InputProps["onKeyDown"] = (event) => {
    if (event.detail.key === "Enter" && why === null) leave();
    if (event.detail.key !== "Escape") return;
    if (draft !== null) {
      event.preventDefault();
      event.stopPropagation();
    }
    setDraft(null);
    end?.();
  };
  const input = {
    value: draft ?? value,
    invalid: why !== null,
    autoComplete: false,
    spellcheck: false,
    onChange: ({ detail }: { readonly detail: InputProps.ChangeDetail }) => setDraft(detail.value),
    onBlur: leave,
    onKeyDown: press,
  } satisfies InputProps;
  return { draft, why, input };
}
