import "./TimelineCell.css";
import type { StepRun } from "../../../../contract/executions";
import type { Bar, Timeline } from "../../../../editor/runs/executions/timeline/timelineOf";
import { spanWords } from "../../../kit/durationWords";

interface Props {
  readonly step: StepRun;
  readonly timeline: Timeline;
  /** The moment that a replay shows; null for none. */
  readonly moment: number | null;
  readonly onChoose: () => void;
}

/** When a step ran, as a bar below those of the others, and in words for who does not see it. A click leads to its card. */
export function TimelineCell({ step, timeline, moment, onChoose }: Props) {
  const bar = timeline.bars.get(step.name);
  if (bar === undefined) return null;
  const whole = Math.max(1, timeline.to - timeline.from);
  const at = (when: number) => `${(((when - timeline.from) / whole) * 100).toFixed(2)}%`;
  const wide = (from: number, to: number) => `max(3px, ${(((to - from) / whole) * 100).toFixed(2)}%)`;
  const words = barWords(step, bar, timeline);
  const states = [
    `is-${step.status.toLowerCase()}`,
    bar.critical ? "is-critical" : "",
    step.cachedFrom === null ? "" : "is-reused",
    // A callback waits for someone all the time that it runs.
    step.metadata?.startsWith('{"Callback"') === true ? "is-asking" : "",
  ];
  return (
    <button type="button" tabIndex={-1} className="sw-timeline" title={words} onClick={onChoose}>
      <span className="sw-unseen">{words}</span>
      {bar.readyAt !== null && (
        <span
          className="sw-timeline-wait"
          style={{ left: at(bar.readyAt), width: wide(bar.readyAt, bar.from) }}
          aria-hidden="true"
        />
      )}
      <span
        className={`sw-timeline-bar ${states.join(" ")}`}
        style={{ left: `min(${at(bar.from)}, 100% - 3px)`, width: wide(bar.from, bar.to) }}
        aria-hidden="true"
      >
        {step.attempts > 1 && `×${step.attempts}`}
      </span>
      {moment !== null && <span className="sw-timeline-now" style={{ left: at(moment) }} aria-hidden="true" />}
    </button>
  );
}

/** `From 0.5 s to 1.2 s. Waited 0.3 s for its turn. On the critical path.` */
export function barWords({ attempts, cachedFrom, callbackToken }: StepRun, bar: Bar, timeline: Timeline): string {
  const since = (moment: number) => spanWords(moment - timeline.from);
  return [
    bar.runs ? `Since ${since(bar.from)}` : `From ${since(bar.from)} to ${since(bar.to)}`,
    bar.readyAt === null ? "" : `Waited ${spanWords(bar.from - bar.readyAt)} for its turn`,
    callbackToken === null ? "" : "Waits for an answer",
    attempts > 1 ? `${attempts} attempts` : "",
    cachedFrom === null ? "" : "An earlier result was reused",
    bar.critical ? "On the critical path" : "",
  ]
    .filter((part) => part !== "")
    .map((part) => `${part}.`)
    .join(" ");
}
