import { useSyncExternalStore } from "react";
import { recall, remember } from "./remembered";

export type ThemeChoice = "system" | "light" | "dark";

const listeners = new Set<() => void>();
let choice: ThemeChoice = readChoice();

function readChoice(): ThemeChoice {
  const stored = recall("theme");
  return stored === "light" || stored === "dark" ? stored : "system";
}

/** What the page's look follows where the person chose none. */
export interface SystemLook {
  isDark(): boolean;
  onChange(listener: () => void): void;
}

const ofBrowser: SystemLook = {
  isDark: () => window.matchMedia("(prefers-color-scheme: dark)").matches,
  onChange: (listener) => window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", listener),
};
let system = ofBrowser;

/** The look that the page has now. */
export function isDark(): boolean {
  return choice === "dark" || (choice === "system" && system.isDark());
}

function apply(): void {
  document.body.classList.toggle("awsui-dark-mode", isDark());
  for (const listener of listeners) listener();
}

/** Puts the chosen look on the page, and follows the system's where that is chosen. Called once at start. */
export function startTheme(look = ofBrowser): void {
  system = look;
  document.body.classList.add("awsui-compact-mode");
  system.onChange(apply);
  apply();
}

export function chooseTheme(next: ThemeChoice): void {
  choice = next;
  remember("theme", next);
  apply();
}

/** Tells that the look may have changed, once the page has it; the returned function ends it. */
export function onThemeChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The look that the person chose. */
export function useThemeChoice(): ThemeChoice {
  return useSyncExternalStore(onThemeChange, () => choice);
}
