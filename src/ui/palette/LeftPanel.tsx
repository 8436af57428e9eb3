import { loadPart } from "../../editor/session/loadPart";
import "./LeftPanel.css";
import { lazy, memo, Suspense, useState } from "react";
import { Tabs, tabId, tabPanelId } from "../kit/Tabs";
import { Palette } from "./Palette";

const Outline = lazy(async () => ({ default: (await loadPart(() => import("./Outline"))).Outline }));

const tabs = [
  { id: "palette", label: "Palette" },
  { id: "outline", label: "Outline" },
] as const;

interface Props {
  /** There is no room for it: it is icons, and lies over the canvas while it is unfolded. */
  readonly narrow: boolean;
  /** The person folded it. */
  readonly away: boolean;
  readonly onPutAway: (away: boolean) => void;
}

/** Palette and Outline side by side as tabs; folded to the icons of the palette where there is no room, or none is wanted. */
export const LeftPanel = memo(function LeftPanel({ narrow, away, onPutAway }: Props) {
  const [tab, setTab] = useState<(typeof tabs)[number]["id"]>("palette");
  const [over, setOver] = useState(false);
  const icons = narrow ? !over : away;
  const toggle = () => (narrow ? setOver(!over) : onPutAway(!away));
  return (
    <div className={icons ? "sw-left sw-left-icons" : narrow ? "sw-left sw-left-over" : "sw-left"}>
      <div className="sw-left-head">
        {!icons && (
          <Tabs
            id="left"
            label="Palette or outline"
            look="left"
            tabs={tabs}
            active={tab}
            onChoose={setTab}
            onReach={setTab}
          />
        )}
        <button
          type="button"
          className="sw-left-fold"
          aria-expanded={!icons}
          aria-label={icons ? "Unfold the palette, parameters and outline" : "Fold the palette"}
          title={icons ? "Parameters, execution variables, outline" : "Fold"}
          onClick={toggle}
        >
          {icons ? "»" : "«"}
        </button>
      </div>
      <div
        className="sw-left-panel"
        id={tabPanelId("left")}
        {...(icons ? {} : { role: "tabpanel", "aria-labelledby": tabId("left", tab) })}
      >
        {tab === "palette" || icons ? (
          <Palette icons={icons} />
        ) : (
          <Suspense fallback={null}>
            <Outline />
          </Suspense>
        )}
      </div>
    </div>
  );
});
