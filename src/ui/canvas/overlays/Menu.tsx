import { type KeyboardEvent, useEffect, useRef } from "react";
import { useKit } from "../kit";
import type { MenuItem } from "./menus";

/** A context menu: arrows choose, Enter runs. */
export function Menu({ label, items }: { readonly label: string; readonly items: readonly MenuItem[] }) {
  const { session } = useKit();
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
    const next = to[event.key];
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
            session.setState({ overlay: null });
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
