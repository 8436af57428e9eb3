import type { InputProps } from "@cloudscape-design/components/input";
import { type RefObject, useEffect, useRef } from "react";

/** For an input that appears to be typed over: it gets the focus, with all its text selected. */
export function useSelectedText(): RefObject<InputProps.Ref | null> {
  const input = useRef<InputProps.Ref>(null);
  useEffect(() => {
    input.current?.focus();
    input.current?.select();
  }, []);
  return input;
}
