import "./ThemeMenu.css";
import Button, { type ButtonProps } from "@cloudscape-design/components/button";
import { type FocusEvent, type KeyboardEvent, useRef, useState } from "react";
import { Menu } from "../kit/Menu";
import { chooseTheme, type ThemeChoice, useThemeChoice } from "../kit/theme";

export const looks: readonly { readonly id: ThemeChoice; readonly text: string }[] = [
  { id: "system", text: "Like the system" },
  { id: "light", text: "Light" },
  { id: "dark", text: "Dark" },
];

/** Not Cloudscape's menu: the start page would fetch it for this one alone, before the canvas. */
export function ThemeMenu() {
  const choice = useThemeChoice();
  const [open, setOpen] = useState(false);
  const button = useRef<ButtonProps.Ref>(null);
  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it holds a button and its menu
    <span
      className="sw-theme"
      onKeyDown={(event: KeyboardEvent) => {
        if (!open || event.key !== "Escape") return;
        event.stopPropagation();
        close();
      }}
      onBlur={(event: FocusEvent) => {
        if (event.relatedTarget !== null && !event.currentTarget.contains(event.relatedTarget)) setOpen(false);
      }}
    >
      <Button
        ref={button}
        variant="icon"
        ariaLabel="Look: light or dark"
        ariaExpanded={open}
        iconSvg={
          <svg viewBox="0 0 16 16" aria-hidden="true">
            <circle cx="8" cy="8" r="6.2" fill="none" />
            <path d="M8 2a6 6 0 0 1 0 12z" fill="currentColor" stroke="none" />
          </svg>
        }
        onClick={() => setOpen(!open)}
      />
      {open && (
        <>
          <span className="sw-theme-outside" onPointerDown={() => setOpen(false)} />
          <div className="sw-theme-sheet">
            <Menu
              label="Look"
              items={looks.map(({ id, text }) => ({
                label: text,
                checked: id === choice,
                run: () => chooseTheme(id),
              }))}
              onChosen={close}
            />
          </div>
        </>
      )}
    </span>
  );
}
