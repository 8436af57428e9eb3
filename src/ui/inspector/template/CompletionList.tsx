import { useEffect, useRef } from "react";
import { SourceOption } from "../references/SourceList";
import type { Completion } from "./useCompletion";

/** What fits, below the text: by step, parameters, execution variables. The keys are those of the text box. */
export function CompletionList({ label, completion }: { readonly label: string; readonly completion: Completion }) {
  const { id, groups, choices, at, offersJson, choose, chooseJson } = completion;
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
              return (
                <SourceOption
                  key={choice.said}
                  id={`${id}option${index}`}
                  choice={choice}
                  active={index === at}
                  onPick={() => choose(choice)}
                />
              );
            })}
          </div>
        ))}
        {offersJson && (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the text box's
          // biome-ignore lint/a11y/useFocusableInteractive: see above
          <div
            role="option"
            id={`${id}option${choices.length}`}
            className="sw-picker-option"
            aria-selected={choices.length === at}
            onPointerDown={(event) => event.preventDefault()}
            onMouseDown={(event) => event.preventDefault()}
            onClick={chooseJson}
          >
            <span className="sw-picker-name">A value of a JSON file in S3</span>
          </div>
        )}
      </div>
    </div>
  );
}
