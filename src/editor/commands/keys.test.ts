import { describe, expect, it } from "vitest";
import { chordInWords, chordOf } from "./keys";

const press = (key: string, held: Partial<Record<"ctrlKey" | "metaKey" | "shiftKey" | "altKey", boolean>> = {}) =>
  chordOf({ key, ctrlKey: false, metaKey: false, shiftKey: false, altKey: false, ...held });

describe("a chord", () => {
  it.each([
    ["Ctrl and Cmd as one", press("z", { metaKey: true }), "mod+z"],
    ["a letter with Shift", press("Z", { ctrlKey: true, shiftKey: true }), "mod+shift+z"],
    ["a sign, with Shift or without", press("?", { shiftKey: true }), "?"],
    ["a named key with Shift", press("F10", { shiftKey: true }), "shift+f10"],
    ["a digit", press("1", { altKey: true }), "alt+1"],
  ])("reads %s", (_, chord, expected) => {
    expect(chord).toBe(expected);
  });

  it.each([
    ["mod+shift+z", "Ctrl+Shift+Z", "⌘⇧Z"],
    ["delete", "Delete", "Delete"],
    ["arrowleft", "←", "←"],
    ["f2", "F2", "F2"],
    ["?", "?", "?"],
  ])("%s is said as keyboards say it", (chord, plain, mac) => {
    expect(chordInWords(chord, false)).toBe(plain);
    expect(chordInWords(chord, true)).toBe(mac);
  });
});
