import { type ComponentProps, useEffect, useRef } from "react";
import type { Position } from "../../../pipeline/definition/document";
import { CallbackAnswer } from "../../kit/CallbackAnswer";
import { useExecutionsState } from "../../kit/useWorkspace";
import { useKit } from "../kit";
import { Popover } from "./Popover";

/** Approves or rejects a callback at its card. What is answered meanwhile, here or elsewhere, needs no sheet. */
export default function AnswerSheet({ at, run }: { readonly at: Position; readonly run: string }) {
  const shown = useExecutionsState((state) => state.shown);
  const step = shown?.steps.find(({ name }) => name === run);
  if (shown === null || step === undefined || step.callbackToken === null) return null;
  return (
    <Popover at={at} label={`Answer ${run}`}>
      <Answer shown={shown} step={step} callbackToken={step.callbackToken} />
    </Popover>
  );
}

/** With the focus on the first thing to fill in. */
function Answer(props: ComponentProps<typeof CallbackAnswer>) {
  const { canvas } = useKit();
  const sheet = useRef<HTMLDivElement>(null);
  useEffect(() => sheet.current?.querySelector("input")?.focus(), []);
  const close = () => canvas.setState({ overlay: null });
  return (
    <div ref={sheet}>
      <CallbackAnswer {...props} onAnswered={close} />
    </div>
  );
}
