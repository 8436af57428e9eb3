/**
 * Our own custom properties, `--sw-…`, each made of one of Cloudscape's design tokens: our CSS uses these alone. They are set on
 * the body, where Cloudscape's dark mode class stands, so they follow it.
 */
import * as token from "@cloudscape-design/design-tokens";
import { noteColours } from "../../pipeline/card/noteColours";

const own: Readonly<Record<string, string>> = {
  // Surfaces. The canvas lies a shade below the panels in both modes, which no token of Cloudscape's does.
  "canvas-background": "light-dark(#f4f5f9, #0f141a)",
  "canvas-dot": "light-dark(#d5d8e2, #2a3340)",
  "panel-background": token.colorBackgroundLayoutMain,
  "card-background": token.colorBackgroundContainerContent,
  "input-background": token.colorBackgroundInputDefault,
  "popover-background": token.colorBackgroundPopover,
  "hover-background": token.colorBackgroundDropdownItemHover,
  "selected-background": token.colorBackgroundItemSelected,
  "quiet-background": token.colorBackgroundCellShaded,
  "backdrop-background": token.colorBackgroundBackdrop,
  // Lines
  border: token.colorBorderDividerDefault,
  "border-quiet": token.colorBorderDividerSecondary,
  "border-control": token.colorBorderControlDefault,
  "border-popover": token.colorBorderDropdownContainer,
  focus: token.colorBorderItemFocused,
  // Words
  text: token.colorTextBodyDefault,
  "text-secondary": token.colorTextBodySecondary,
  "text-quiet": token.colorTextStatusInactive,
  heading: token.colorTextHeadingDefault,
  "group-title": token.colorTextGroupLabel,
  link: token.colorTextLinkDefault,
  "icon-button": token.colorTextInteractiveDefault,
  "icon-button-hover": token.colorTextInteractiveHover,
  // The primary colour, and what stands on it
  primary: token.colorBackgroundButtonPrimaryDefault,
  "on-primary": token.colorTextButtonPrimaryDefault,
  accent: token.colorTextAccent,
  // Meanings
  error: token.colorTextStatusError,
  "error-background": token.colorBackgroundStatusError,
  "error-border": token.colorBorderStatusError,
  warning: token.colorTextStatusWarning,
  "warning-background": token.colorBackgroundStatusWarning,
  "warning-border": token.colorBorderStatusWarning,
  success: token.colorTextStatusSuccess,
  "success-background": token.colorBackgroundStatusSuccess,
  "success-border": token.colorBorderStatusSuccess,
  info: token.colorTextStatusInfo,
  "info-background": token.colorBackgroundStatusInfo,
  "info-border": token.colorBorderStatusInfo,
  // Edges of the canvas
  edge: "light-dark(#7d8494, #8c95a6)",
  "edge-selected": token.colorTextAccent,
  "edge-true": token.colorTextStatusSuccess,
  "edge-false": token.colorTextStatusError,
  // Notes and groups
  ...Object.fromEntries(
    Object.entries(noteColours).map(([name, [light, dark]]) => [`note-${name}`, `light-dark(${light}, ${dark})`]),
  ),
  // Shapes and faces
  "card-shadow":
    "0 1px 2px light-dark(rgb(15 20 26 / 12%), rgb(0 0 0 / 50%)), 0 4px 12px light-dark(rgb(15 20 26 / 8%), rgb(0 0 0 / 40%))",
  "popover-shadow": "0 4px 20px light-dark(rgb(15 20 26 / 18%), rgb(0 0 0 / 60%))",
  "card-radius": "12px",
  "control-radius": token.borderRadiusInput,
  "button-radius": token.borderRadiusButton,
  font: token.fontFamilyBase,
  monospace: token.fontFamilyMonospace,
};

/** The name of the custom property in a design token: of `var(--name, #fff)`. */
function propertyOf(designToken: string): string {
  return designToken.slice("var(".length, designToken.indexOf(","));
}

/** Put on an element, it makes the normal buttons inside quiet: grey lines and the colour of text instead of blue. */
export const quietButtons: Readonly<Record<string, string>> = {
  [propertyOf(token.colorBorderButtonNormalDefault)]: "var(--sw-border)",
  [propertyOf(token.colorBorderButtonNormalHover)]: "var(--sw-border-control)",
  [propertyOf(token.colorBorderButtonNormalActive)]: "var(--sw-border-control)",
  [propertyOf(token.colorBackgroundButtonNormalHover)]: "var(--sw-hover-background)",
  [propertyOf(token.colorBackgroundButtonNormalActive)]: "var(--sw-hover-background)",
  [propertyOf(token.colorTextButtonNormalDefault)]: "var(--sw-text)",
  [propertyOf(token.colorTextButtonNormalHover)]: "var(--sw-text)",
  [propertyOf(token.colorTextButtonNormalActive)]: "var(--sw-text)",
};

/** Sets our custom properties on an element (the body). */
export function applyTokens(element: HTMLElement): void {
  for (const [name, value] of Object.entries(own)) element.style.setProperty(`--sw-${name}`, value);
}
