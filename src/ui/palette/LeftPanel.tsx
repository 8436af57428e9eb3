import "./leftPanel.css";
import { lazy, Suspense, useState } from "react";
import { Palette } from "./Palette";

const Outline = lazy(async () => ({ default: (await import("./Outline")).Outline }));

type Tab = "palette" | "outline";

/** Palette and Outline side by side as tabs; folded to the icons of the palette where there is no room. */
export function LeftPanel({ folded }: { readonly folded: boolean }) {
  const [tab, setTab] = useState<Tab>("palette");
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
        <div role="tablist" aria-label="Palette or outline" className="sw-left-tabs">
          <TabButton name="Palette" tab="palette" chosen={tab} onChoose={setTab} />
          <TabButton name="Outline" tab="outline" chosen={tab} onChoose={setTab} />
        </div>
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

interface TabProps {
  readonly name: string;
  readonly tab: Tab;
  readonly chosen: Tab;
  readonly onChoose: (tab: Tab) => void;
}

function TabButton({ name, tab, chosen, onChoose }: TabProps) {
  const other = tab === "palette" ? "outline" : "palette";
  return (
    <button
      type="button"
      role="tab"
      aria-selected={tab === chosen}
      tabIndex={tab === chosen ? 0 : -1}
      className="sw-left-tab"
      onClick={() => onChoose(tab)}
      onKeyDown={(event) => {
        if (event.key !== "ArrowLeft" && event.key !== "ArrowRight") return;
        event.stopPropagation();
        onChoose(other);
        const sibling = event.currentTarget.nextElementSibling ?? event.currentTarget.previousElementSibling;
        if (sibling instanceof HTMLElement) sibling.focus();
      }}
    >
      {name}
    </button>
  );
}
