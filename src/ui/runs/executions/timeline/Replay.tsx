import "./Replay.css";
import { useEffect, useMemo, useState } from "react";
import type { ShownExecution } from "../../../../editor/runs/executions/shownExecution";
import { momentsOf } from "../../../../editor/runs/executions/timeline/seenAt";
import { timelineOf } from "../../../../editor/runs/executions/timeline/timelineOf";
import { spanWords } from "../../../kit/durationWords";
import { PlainButton } from "../../../kit/PlainButton";
import { useWorkspace } from "../../../kit/useWorkspace";

/** All of an execution takes so long, however long it took. */
const wholeMs = 10_000;
/** With reduced motion it goes from one change to the next, so often. */
const stepMs = 1_200;
const frameMs = 50;

interface Props {
  readonly shown: ShownExecution;
  readonly onClose: () => void;
}

/** Plays an execution again on the canvas, or shows it as it stood at the moment that the slider is drawn to. */
export function Replay({ shown, onClose }: Props) {
  const { executions } = useWorkspace().runs;
  const [plays, setPlays] = useState(true);
  const [opened] = useState(Date.now);
  const timeline = useMemo(() => timelineOf(shown, opened), [shown, opened]);
  const from = timeline?.from ?? 0;
  const to = timeline?.to ?? 0;
  const moment = shown.moment ?? from;
  const isOver = moment >= to;
  const changes = useMemo(() => momentsOf({ steps: shown.steps }), [shown.steps]);
  useEffect(() => {
    executions.showMoment(from);
    return () => executions.showMoment(null);
  }, [executions, from]);
  useEffect(() => {
    if (!plays || isOver) return;
    const isStill = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
    const next = isStill
      ? Math.min(to, changes.find((change) => change > moment) ?? to)
      : Math.min(to, moment + ((to - from) * frameMs) / wholeMs);
    const timer = setTimeout(() => executions.showMoment(next), isStill ? stepMs : frameMs);
    return () => clearTimeout(timer);
  }, [executions, plays, isOver, moment, from, to, changes]);
  const play = () => {
    if (isOver) executions.showMoment(from);
    setPlays(isOver || !plays);
  };
  const close = () => {
    executions.showMoment(null);
    onClose();
  };
  const words = `${spanWords(moment - from)} of ${spanWords(to - from)}`;
  return (
    <section className="sw-replay" aria-label="Replay">
      <PlainButton look="text" className="sw-replay-play" onClick={play}>
        {plays && !isOver ? "Pause" : "Play"}
      </PlainButton>
      <input
        type="range"
        aria-label="Moment of the replay"
        aria-valuetext={words}
        min={0}
        max={Math.max(1, to - from)}
        step={Math.max(1, Math.round((to - from) / 200))}
        value={moment - from}
        onChange={(event) => {
          setPlays(false);
          executions.showMoment(from + Number(event.currentTarget.value));
        }}
      />
      <span className="sw-replay-words">{words}</span>
      <PlainButton look="text" onClick={close}>
        End the replay
      </PlainButton>
    </section>
  );
}
