import "./Legend.css";
import type { ShownComparison } from "../../../editor/session/shownComparison";
import { markSigns } from "../../../pipeline/compare/markSigns";
import { mainVerb, type Verb } from "../../../pipeline/compare/words";
import { markColours } from "../../kit/markColours";

/** What the signs and colours on the canvas mean, with how many steps there are of each. */
export function Legend({ shown }: { readonly shown: ShownComparison }) {
  const { comparison } = shown.editor.store.getState();
  const counts = new Map<Verb, number>();
  for (const verbs of comparison?.steps.values() ?? []) {
    const mark = mainVerb(verbs);
    counts.set(mark, (counts.get(mark) ?? 0) + 1);
  }
  const marks = (Object.keys(markSigns) as Verb[]).filter((mark) => counts.has(mark));
  if (marks.length === 0) return null;
  return (
    <ul className="sw-legend" aria-label="Legend">
      {marks.map((mark) => (
        <li key={mark}>
          <Sign mark={mark} /> {mark} <span className="sw-legend-count">{counts.get(mark)}</span>
        </li>
      ))}
    </ul>
  );
}

/** The sign of a mark, in its colour. */
export function Sign({ mark }: { readonly mark: Verb }) {
  return (
    <span className="sw-sign" style={{ background: `var(--sw-${markColours[mark]})` }} aria-hidden="true">
      {markSigns[mark]}
    </span>
  );
}
