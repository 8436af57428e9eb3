import "./InspectorTabs.css";
import { type KeyboardEvent, type ReactNode, useId, useRef } from "react";
import type { TabId } from "./tabId";

interface Props {
  readonly label: string;
  readonly tabs: readonly { readonly id: TabId; readonly label: string; readonly content: ReactNode }[];
  readonly active: TabId;
  readonly onChange: (id: TabId) => void;
}

/**
 * Four tabs in 350 pixels: Cloudscape's need 490 and would scroll. The keys are those of the ARIA pattern: arrows, Home and End
 * move, and the tab that gets the focus is shown.
 */
export function InspectorTabs({ label, tabs, active, onChange }: Props) {
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const go = (index: number) => {
    const next = tabs[(index + tabs.length) % tabs.length];
    if (next === undefined) return;
    onChange(next.id);
    list.current?.querySelector<HTMLElement>(`[data-tab="${next.id}"]`)?.focus();
  };
  const keys = (event: KeyboardEvent) => {
    const at = tabs.findIndex((tab) => tab.id === active);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: tabs.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    go(to);
  };
  return (
    <>
      <div className="sw-tabs" role="tablist" aria-label={label} ref={list} onKeyDown={keys}>
        {tabs.map((tab) => (
          <button
            key={tab.id}
            type="button"
            role="tab"
            id={`${id}${tab.id}`}
            data-tab={tab.id}
            aria-selected={tab.id === active}
            aria-controls={`${id}panel`}
            tabIndex={tab.id === active ? 0 : -1}
            onClick={() => onChange(tab.id)}
          >
            {tab.label}
          </button>
        ))}
      </div>
      <div role="tabpanel" id={`${id}panel`} aria-labelledby={`${id}${active}`}>
        {tabs.find((tab) => tab.id === active)?.content}
      </div>
    </>
  );
}
