import { useSyncExternalStore } from "react";
import { recall, remember } from "./remembered";

export type ThemeChoice = "system" | "light" | "dark";

const listeners = new Set<() => void>();
let choice: ThemeChoice = readChoice();

function readChoice(): ThemeChoice {
  const stored = recall("theme");
  return stored === "light" || stored === "dark" ? stored : "system";
}

const systemDark = () => window.matchMedia("(prefers-color-scheme: dark)");

/** The look that the page has now. */
export function isDark(): boolean {
  return choice === "dark" || (choice === "system" && systemDark().matches);
}

function apply(): void {
  document.body.classList.toggle("awsui-dark-mode", isDark());
  for (const listener of listeners) listener();
}

/** Puts the chosen look on the page, and follows the system's where that is chosen. Called once at start. */
export function startTheme(): void {
  document.body.classList.add("awsui-compact-mode");
  systemDark().addEventListener("change", apply);
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
