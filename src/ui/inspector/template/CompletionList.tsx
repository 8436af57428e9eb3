import { useEffect, useRef } from "react";
import type { Completion } from "./useCompletion";

/** What fits, below the text: by step, parameters, execution variables. The keys are those of the text box. */
export function CompletionList({ label, completion }: { readonly label: string; readonly completion: Completion }) {
  const { id, groups, choices, at, choose } = completion;
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.querySelector("[aria-selected='true']")?.scrollIntoView?.({ block: "nearest" });
  });
  return (
    <div className="sw-picker">
      <div className="sw-picker-list" role="listbox" id={`${id}list`} aria-label={`References for ${label}`} ref={list}>
        {groups.map((group) => (
          <div key={group.title} role="group" aria-label={group.title}>
            <div className="sw-picker-group" aria-hidden="true">
              {group.title}
            </div>
            {group.choices.map((choice) => {
              const index = choices.indexOf(choice);
              const { verdict } = choice;
              return (
                // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the text box's
                // biome-ignore lint/a11y/useFocusableInteractive: see above
                <div
                  key={choice.said}
                  role="option"
                  id={`${id}option${index}`}
                  className="sw-picker-option"
                  aria-selected={index === at}
                  // The focus, and with it the visit, stays in the text.
                  onPointerDown={(event) => event.preventDefault()}
                  onMouseDown={(event) => event.preventDefault()}
                  onClick={() => choose(choice)}
                >
                  <span className="sw-unseen">{choice.hint}</span>{" "}
                  <span className="sw-picker-name">{choice.label}</span>
                  <span className="sw-picker-kind">{choice.kindLabel}</span>
                  {choice.match !== null && <span className="sw-picker-match">{choice.match}</span>}
                  {verdict.ok && verdict.conversion && <span className="sw-picker-note">is made text</span>}
                </div>
              );
            })}
          </div>
        ))}
      </div>
    </div>
  );
}
