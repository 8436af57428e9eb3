import { lookup } from "../../pipeline/definition/byName";
import "./Menu.css";
import { type KeyboardEvent, useEffect, useRef } from "react";

export interface MenuItem {
  readonly label: string;
  readonly keys?: string;
  /** What it does, where the label does not say all; why it cannot be done. */
  readonly hint?: string;
  readonly checked?: boolean;
  readonly danger?: boolean;
  readonly disabled?: boolean;
  readonly separated?: boolean;
  /** Leaves the menu's place to what it opens. */
  readonly run: () => void;
}

interface Props {
  readonly label: string;
  readonly items: readonly MenuItem[];
  /** Before what was chosen is done. */
  readonly onChosen: () => void;
}

/** A context menu: arrows choose, Enter runs. */
export function Menu({ label, items, onChosen }: Props) {
  const menu = useRef<HTMLDivElement>(null);
  const buttons = () => [...(menu.current?.querySelectorAll<HTMLElement>("button:not(:disabled)") ?? [])];
  useEffect(() => {
    const { current } = menu;
    const chosen = current?.querySelector<HTMLElement>("[aria-checked=true]:not(:disabled)");
    (chosen ?? current?.querySelector<HTMLElement>("button:not(:disabled)"))?.focus();
  }, []);
  const key = (event: KeyboardEvent) => {
    const all = buttons();
    const at = all.findIndex((button) => button === document.activeElement);
    const to: Readonly<Record<string, number>> = {
      ArrowDown: (at + 1) % all.length,
      ArrowUp: (at - 1 + all.length) % all.length,
      Home: 0,
      End: all.length - 1,
    };
    const next = lookup(to, event.key);
    if (next === undefined) return;
    event.preventDefault();
    all[next]?.focus();
  };
  return (
    <div ref={menu} className="sw-menu" role="menu" aria-label={label} onKeyDown={key}>
      {items.map(({ label: words, keys, hint, checked, danger, disabled, separated, run }) => (
        <button
          key={words}
          type="button"
          {...(checked === undefined ? { role: "menuitem" } : { role: "menuitemradio", "aria-checked": checked })}
          className={`sw-menu-item ${danger === true ? "is-danger" : ""} ${separated === true ? "is-separated" : ""}`}
          disabled={disabled}
          onPointerEnter={(event) => event.currentTarget.focus()}
          onClick={() => {
            onChosen();
            run();
          }}
        >
          <span className="sw-menu-check">{checked === true ? "✓" : ""}</span>
          <span className="sw-menu-words">
            {words}
            {hint !== undefined && <span className="sw-menu-hint">{hint}</span>}
          </span>
          {keys !== undefined && <kbd>{keys}</kbd>}
        </button>
      ))}
    </div>
  );
}
