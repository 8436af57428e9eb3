import { withName } from "../definition/byName";
import type { Pins } from "../definition/document";
import type { Recipe } from "./edit";

const none: Pins = { inputs: [], outputs: [] };

/** Shows (`shown`) or no longer shows a field or output as a port although it is not in use. `path` is printed, relative to the step. */
export function pinPort(key: string, side: "inputs" | "outputs", path: string, shown: boolean): Recipe {
  return (document) => {
    const before = document.pins.get(key) ?? none;
    const list = before[side];
    if (list.includes(path) === shown) return document;
    const after = { ...before, [side]: shown ? [...list, path] : list.filter((item) => item !== path) };
    return { ...document, pins: withName(document.pins, key, after) };
  };
}
