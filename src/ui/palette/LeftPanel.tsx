import { loadPart } from "../../editor/session/loadPart";
import "./LeftPanel.css";
import { lazy, Suspense, useState } from "react";
import { Tabs } from "../kit/Tabs";
import { Palette } from "./Palette";

const Outline = lazy(async () => ({ default: (await loadPart(() => import("./Outline"))).Outline }));

const tabs = [
  { id: "palette", label: "Palette" },
  { id: "outline", label: "Outline" },
] as const;

/** Palette and Outline side by side as tabs; folded to the icons of the palette where there is no room. */
export function LeftPanel({ folded }: { readonly folded: boolean }) {
  const [tab, setTab] = useState<(typeof tabs)[number]["id"]>("palette");
  const [unfolded, setUnfolded] = useState(false);
  const icons = folded && !unfolded;
  return (
    <div className={icons ? "sw-left sw-left-icons" : folded ? "sw-left sw-left-over" : "sw-left"}>
      {folded && (
        <button
          type="button"
          className="sw-left-fold"
          aria-expanded={unfolded}
          aria-label={unfolded ? "Fold the palette" : "Unfold the palette, parameters and outline"}
          title={unfolded ? "Fold" : "Parameters, execution variables, outline"}
          onClick={() => setUnfolded(!unfolded)}
        >
          {unfolded ? "«" : "»"}
        </button>
      )}
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
      {tab === "palette" || icons ? (
        <Palette icons={icons} />
      ) : (
        <Suspense fallback={null}>
          <Outline />
        </Suspense>
      )}
    </div>
  );
}
