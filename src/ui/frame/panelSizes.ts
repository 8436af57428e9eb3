/** How large the person left the panels around the canvas, and which are put away; kept for the next time. */
import { useState } from "react";
import { recall, remember, useRemembered } from "../kit/remembered";

export type PanelName = "bottom" | "left" | "right";

interface Limits {
  readonly first: number;
  readonly least: number;
  readonly most: () => number;
}

const limits: Readonly<Record<PanelName, Limits>> = {
  bottom: { first: 280, least: 120, most: () => Math.round(window.innerHeight * 0.75) },
  left: { first: 240, least: 180, most: () => Math.round(window.innerWidth * 0.3) },
  right: { first: 350, least: 280, most: () => Math.round(window.innerWidth * 0.5) },
};

export interface PanelSize {
  /** As it fits the window now. */
  readonly size: number;
  readonly least: number;
  readonly most: number;
  readonly away: boolean;
  resize(size: number): void;
  putAway(away: boolean): void;
}

export function usePanelSize(name: PanelName): PanelSize {
  const { first, least, most: mostNow } = limits[name];
  const most = Math.max(least, mostNow());
  const [wanted, setWanted] = useState(() => Number(recall(`panel.${name}.size`)) || first);
  const [away, putAway] = useRemembered(`panel.${name}.away`);
  const fitting = (size: number) => Math.min(most, Math.max(least, Math.round(size)));
  return {
    size: fitting(wanted),
    least,
    most,
    away,
    resize(size) {
      setWanted(fitting(size));
      remember(`panel.${name}.size`, String(fitting(size)));
    },
    putAway,
  };
}
