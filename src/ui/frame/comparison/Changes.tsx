import "./Changes.css";
import { useEffect, useRef } from "react";
import { useStore } from "zustand";
import type { ShownComparison } from "../../../editor/session/shownComparison";
import type { Stop } from "../../../pipeline/compare/stops";
import { mainVerb, verbsOf, whenceInWords } from "../../../pipeline/compare/words";
import { SmallTitle } from "../../kit/SmallTitle";
import { useWorkspace } from "../../kit/useWorkspace";
import { ComparedProblems } from "./ComparedProblems";
import { Legend, Sign } from "./Legend";
import { StopDetails } from "./StopDetails";

/** All that differs, one below the other: what touches security first. The one that is looked at shows its fields. */
export function Changes({ shown }: { readonly shown: ShownComparison }) {
  const { comparisons } = useWorkspace();
  const at = useStore(comparisons.store, (state) => state.at);
  const { stops, comparison } = shown;
  const secure = stops.filter(({ security }) => security);
  const others = stops.filter(({ security }) => !security);
  return (
    <div className="sw-changes-list">
      <Legend shown={shown} />
      {stops.length === 0 && <p className="sw-changes-none">The two say the same.</p>}
      <Stops title="Security-relevant" stops={secure} first={0} at={at} />
      <Stops title={secure.length > 0 ? "The rest" : "Changes"} stops={others} first={secure.length} at={at} />
      <ComparedProblems problems={comparison.problems} />
    </div>
  );
}

function Stops({
  title,
  stops,
  first,
  at,
}: {
  readonly title: string;
  readonly stops: readonly Stop[];
  readonly first: number;
  readonly at: number | null;
}) {
  if (stops.length === 0) return null;
  return (
    <section aria-label={title}>
      <SmallTitle>{title}</SmallTitle>
      <ul>
        {stops.map((stop, index) => (
          <StopItem key={nameOf(stop)} stop={stop} index={first + index} isShown={at === first + index} />
        ))}
      </ul>
    </section>
  );
}

function StopItem({
  stop,
  index,
  isShown,
}: {
  readonly stop: Stop;
  readonly index: number;
  readonly isShown: boolean;
}) {
  const { comparisons } = useWorkspace();
  const item = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isShown) item.current?.scrollIntoView({ block: "nearest" });
  }, [isShown]);
  const verbs = stop.kind === "step" ? verbsOf(stop.change) : (["changed"] as const);
  const said = stop.kind === "step" ? [stop.change.type, verbs.join(" and "), whenceInWords(stop.change)] : ["changed"];
  return (
    <li ref={item} className={isShown ? "sw-changes-item is-shown" : "sw-changes-item"}>
      <button type="button" className="sw-changes-stop" aria-expanded={isShown} onClick={() => comparisons.goTo(index)}>
        <Sign mark={mainVerb(verbs)} />
        <span className="sw-changes-name">{nameOf(stop)}</span>
        <span className="sw-changes-said">{said.filter((part) => part !== "").join(" · ")}</span>
      </button>
      {isShown && <StopDetails stop={stop} />}
    </li>
  );
}

function nameOf(stop: Stop): string {
  return stop.kind === "step" ? stop.change.name : "The pipeline itself";
}
