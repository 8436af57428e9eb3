import "./Tabs.css";
import type { KeyboardEvent, ReactNode } from "react";

interface Props<Id extends string> {
  /** The ids of the tabs and of their panel begin with it. */
  readonly id: string;
  readonly label: string;
  readonly look: "left" | "right" | "bottom";
  readonly tabs: readonly { readonly id: Id; readonly label: ReactNode }[];
  /** Null while none is open. */
  readonly active: Id | null;
  /** It is pressed. */
  readonly onChoose: (id: Id) => void;
  /** The keys have come to it. */
  readonly onReach: (id: Id) => void;
}

export const tabId = (id: string, tab: string) => `${id}-tab-${tab}`;
export const tabPanelId = (id: string) => `${id}-panel`;

/**
 * Tabs where Cloudscape's would be too wide. The keys are those of the ARIA pattern: arrows, Home and End move the focus, and Tab
 * comes to the open one alone.
 */
export function Tabs<Id extends string>({ id, label, look, tabs, active, onChoose, onReach }: Props<Id>) {
  const reachable = active ?? tabs[0]?.id;
  const move = (event: KeyboardEvent<HTMLElement>) => {
    const all = [...event.currentTarget.querySelectorAll<HTMLElement>("[role=tab]")];
    const at = all.indexOf(event.target as HTMLElement);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: all.length - 1 }[event.key];
    if (to === undefined || at < 0) return;
    event.preventDefault();
    event.stopPropagation();
    const next = (to + all.length) % all.length;
    all[next]?.focus();
    const tab = tabs[next];
    if (tab !== undefined) onReach(tab.id);
  };
  return (
    <div role="tablist" aria-label={label} className={`sw-tabs is-${look}`} onKeyDown={move}>
      {tabs.map((tab) => (
        <button
          key={tab.id}
          type="button"
          role="tab"
          id={tabId(id, tab.id)}
          className="sw-tab"
          aria-selected={tab.id === active}
          aria-controls={tab.id === active ? tabPanelId(id) : undefined}
          tabIndex={tab.id === reachable ? 0 : -1}
          onClick={() => onChoose(tab.id)}
        >
          {tab.label}
        </button>
      ))}
    </div>
  );
}
