import "./Scrubber.css";
import { type CSSProperties, useId, useMemo, useState } from "react";
import type { ConditionFlips } from "../../../pipeline/simulate/flips/flipsOf";
import { flipsOf } from "../../../pipeline/simulate/flips/flipsOf";
import { flipWords, outcomeAt, outcomeWord } from "../../../pipeline/simulate/flips/flipWords";
import type { NumberSource } from "../../../pipeline/simulate/flips/numberSource";
import { useVisit } from "../../kit/useVisit";
import { useEditorState } from "../../kit/useWorkspace";
import { VisitKeys } from "../../kit/VisitKeys";
import { PartNote } from "../parts";
import { useSimulationState } from "../simulationContext";
import { type Scale, scaleOf, shareOf, snapped } from "./scale";
import { type TurnedNumber, turnedNumber } from "./turnedNumber";

interface Props {
  readonly source: NumberSource;
  /** Says its name and its value, where no field beside it does. */
  readonly named?: boolean;
}

/**
 * A number to turn by hand, while the branches on the canvas follow. The places where a Condition turns are marked on it. One drag, or one
 * stay of the focus with its arrow keys, is one entry of the history.
 */
export function Scrubber({ source, named = false }: Props) {
  const state = useSimulationState(({ document, parameters, steps, read }) => ({ document, parameters, steps, read }));
  const turned = useMemo(() => turnedNumber(source, state), [source, state]);
  const definition = state.document?.definition;
  const turning = useMemo(() => {
    return definition === undefined ? [] : flipsOf(definition, source, state.read);
  }, [definition, source, state.read]);
  if (turned === null) return null;
  if (turning.length === 0) {
    return source.kind === "parameter" ? <PartNote>No condition compares it.</PartNote> : null;
  }
  return <Slider turned={turned} turning={turning} named={named} />;
}

interface SliderProps {
  readonly turned: TurnedNumber;
  readonly turning: readonly ConditionFlips[];
  readonly named: boolean;
}

function Slider({ turned, turning, named }: SliderProps) {
  const id = useId();
  const readOnly = useEditorState((state) => state.readOnly);
  const { label, value, isInteger, write } = turned;
  const visit = useVisit(`Turn ${label}`, write);
  // While it is turned the simulation is a frame behind the hand.
  const [held, setHeld] = useState<number | null>(null);
  const shown = held ?? value;
  const flips = turning.flatMap((condition) => condition.flips.map(({ at }) => at));
  const scale = useScale(shown, flips, isInteger);
  const leave = () => {
    setHeld(null);
    visit.commit();
  };
  const turn = (position: number) => {
    const next = isInteger ? Math.round(position) : snapped(position, scale, flips);
    setHeld(next);
    visit.set(next);
  };
  const [only] = turning;
  const colours = turning.length === 1 && only !== undefined ? gradientOf(only, scale) : undefined;
  return (
    <div className="sw-scrubber">
      {named && (
        <label htmlFor={id} className="sw-scrubber-name">
          {label} <output className="sw-mono">{shown}</output>
        </label>
      )}
      <VisitKeys visit={visit} onCancel={() => setHeld(null)}>
        <div className="sw-scrubber-track" style={{ "--sw-scrubber-colours": colours } as CSSProperties}>
          <input
            id={id}
            type="range"
            aria-label={`Turn ${label}`}
            aria-describedby={`${id}-flips`}
            aria-valuetext={valueWords(shown, turning)}
            min={scale.from}
            max={scale.to}
            step={scale.step}
            value={shown}
            disabled={readOnly}
            onChange={(event) => turn(Number(event.target.value))}
            onPointerUp={leave}
            onBlur={leave}
          />
          {flips.map((flip) => (
            <span
              key={flip}
              className="sw-scrubber-flip"
              aria-hidden="true"
              style={{ "--sw-scrubber-share": shareOf(flip, scale) } as CSSProperties}
            />
          ))}
        </div>
      </VisitKeys>
      <div id={`${id}-flips`} className="sw-scrubber-flips">
        {turning.map((condition) => (
          <div key={condition.step}>{flipWords(condition)}</div>
        ))}
      </div>
    </div>
  );
}

/** The scale stays under the hand: it changes where the number leaves it, or the places of the flips do. */
function useScale(shown: number, flips: readonly number[], isInteger: boolean): Scale {
  const [kept, setKept] = useState<{ readonly about: string; readonly scale: Scale } | null>(null);
  const about = `${isInteger} ${flips.join(" ")}`;
  if (kept !== null && kept.about === about && shown >= kept.scale.from && shown <= kept.scale.to) return kept.scale;
  const scale = scaleOf([shown, ...flips], isInteger);
  setKept({ about, scale });
  return scale;
}

/** `5.5: Gate True` */
function valueWords(number: number, turning: readonly ConditionFlips[]): string {
  const outcomes = turning.map((condition) => `${condition.step} ${outcomeWord(outcomeAt(condition, number))}`);
  return `${number}: ${outcomes.join(", ")}`;
}

/** The colours of True and False along the scale. */
function gradientOf(condition: ConditionFlips, scale: Scale): string {
  const colour = (outcome: boolean | null) =>
    outcome === null ? "var(--sw-border)" : `var(--sw-edge-${outcome ? "true" : "false"})`;
  const stops = condition.flips.flatMap(({ at, below, above }) => {
    const share = `${shareOf(at, scale) * 100}%`;
    return [`${colour(below)} ${share}`, `${colour(above)} ${share}`];
  });
  const all = stops.length === 0 ? [colour(condition.lowest), colour(condition.lowest)] : stops;
  return `linear-gradient(to right, ${all.join(", ")})`;
}
