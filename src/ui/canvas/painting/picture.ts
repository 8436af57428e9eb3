import type { SimulationView, StepRun } from "../../../editor/session/editorState";
import type { ShownProblem } from "../../../editor/session/toDo";
import type { Overlay } from "../../../pipeline/compare/overlay";
import type { Group, Position } from "../../../pipeline/definition/document";
import type { RoutedLine } from "../../../pipeline/layout/route";
import type { Lane, Scene, SceneCard } from "../../../pipeline/layout/scene";
import type { Found } from "../canvasStore";
import type { CardFace } from "../cards/faces";

/** All that is painted: where things stand, and how they look now. */
export interface Picture {
  readonly scene: Scene;
  readonly groups: readonly Group[];
  readonly lines: ReadonlyMap<string, RoutedLine>;
  readonly faces: ReadonlyMap<string, CardFace>;
  readonly runs: ReadonlyMap<string, StepRun>;
  readonly problems: ReadonlyMap<string, readonly ShownProblem[]>;
  readonly selected: ReadonlySet<string>;
  readonly labels: ReadonlyMap<string, Position>;
  readonly found: Found;
  readonly highlighted: ReadonlySet<string>;
  readonly cycle: readonly string[] | null;
  readonly flows: SimulationView["lines"] | null;
  /** What differs between the two versions that lie over each other; null where one is shown. */
  readonly comparison: Overlay | null;
  /** The lines that are drawn as lit. */
  readonly lit: ReadonlySet<string>;
}

/** The part of it that is drawn. */
export interface Part {
  readonly cards: readonly SceneCard[];
  readonly lanes: readonly Lane[];
  readonly lines: readonly RoutedLine[];
}
