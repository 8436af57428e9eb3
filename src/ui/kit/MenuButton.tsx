import "./MenuButton.css";
import Button, { type ButtonProps } from "@cloudscape-design/components/button";
import { type FocusEvent, type KeyboardEvent, useRef, useState } from "react";
import { Menu, type MenuItem } from "./Menu";

interface Props extends Pick<ButtonProps, "iconName" | "iconSvg"> {
  /** What the button is called. */
  readonly label: string;
  readonly menuLabel: string;
  readonly items: readonly MenuItem[];
  /** The edge of the button at which the menu lies. */
  readonly side: "left" | "right";
}

/** A button with a menu below it. Not Cloudscape's: the start page would fetch that for one menu, before the canvas. */
export function MenuButton({ label, menuLabel, items, side, ...icon }: Props) {
  const [open, setOpen] = useState(false);
  const button = useRef<ButtonProps.Ref>(null);
  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it holds a button and its menu
    <span
      className="sw-menu-button"
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
        ariaLabel={label}
        ariaExpanded={open}
        onClick={() => setOpen(!open)}
        {...icon}
      />
      {open && (
        <>
          <span className="sw-menu-button-outside" onPointerDown={() => setOpen(false)} />
          <div className={`sw-menu-button-sheet is-${side}`}>
            <Menu label={menuLabel} items={items} onChosen={close} />
          </div>
        </>
      )}
    </span>
  );
}
