import "./CardFrame.css";
import { type ReactNode, useRef } from "react";
import type { StepRun } from "../../../editor/session/editorState";
import { useFaded } from "../useFaded";
import type { StepFace } from "./faces";

interface Props {
  readonly face: StepFace;
  readonly selected: boolean;
  readonly run: StepRun | undefined;
  /** What else shows on it: "is-far", "is-cycle". */
  readonly marks: readonly string[];
  readonly title?: string | undefined;
  readonly children: ReactNode;
}

/** The frame of a step: a card, or the box around the steps that it holds. */
export function CardFrame({ face: { key, shape, width, height }, selected, run, marks, title, children }: Props) {
  const frame = useRef<HTMLDivElement>(null);
  useFaded(frame, ({ keys }) => keys.has(key));
  const words = [
    shape.box ? "sw-box" : "sw-card",
    selected ? "is-selected" : "",
    run === undefined ? "" : `is-run-${run.status.toLowerCase()}`,
    run?.simulated === true ? "is-simulated" : "",
    ...marks,
  ];
  return (
    <div ref={frame} className={words.join(" ")} style={{ width, height }} title={title}>
      {children}
    </div>
  );
}
