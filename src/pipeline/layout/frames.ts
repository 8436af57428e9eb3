import type { Group } from "../definition/document";
import { boundsOf, type Rect } from "./rect";
import { roomOf, type Scene } from "./scene";

/** The frame of a group: around its steps, the boxes and lanes of containers included. Computed from them, never stored. */
export interface Frame extends Rect {
  readonly group: Group;
}

/** Room between a frame and its steps; above them its title stands. */
export const insideFrame = { left: 26, top: 44, right: 26, bottom: 26 } as const;

/** The frames of the groups of which a step is there. */
export function framesOf(groups: readonly Group[], scene: Scene): readonly Frame[] {
  return groups.flatMap((group) => {
    const bounds = boundsOf(group.steps.flatMap((key) => roomOf(scene, key) ?? []));
    if (bounds === null) return [];
    const { x, y, width, height } = bounds;
    const { left, top, right, bottom } = insideFrame;
    return [{ group, x: x - left, y: y - top, width: width + left + right, height: height + top + bottom }];
  });
}
