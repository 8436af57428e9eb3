import Input from "@cloudscape-design/components/input";
import { type KeyboardEvent, type ReactNode, useEffect, useId, useMemo, useRef, useState } from "react";
import type { SourceChoice } from "../../../pipeline/wiring";
import type { Finder } from "./offered";
import { groupChoices, matching } from "./pickerChoices";

interface Props {
  readonly label: string;
  readonly find: Finder;
  readonly onPick: (choice: SourceChoice) => void;
  readonly onClose: () => void;
  /** What else can be done here, below the list. */
  readonly children?: ReactNode;
}

/** Sources to be searched and picked, by mouse or by keys; those that do not fit on demand, with their reason. */
export function SourceList({ label, find, onPick, onClose, children }: Props) {
  const id = useId();
  const [query, setQuery] = useState("");
  const [showsUnfit, setShowsUnfit] = useState(false);
  const [active, setActive] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  const found = useMemo(() => matching(find(query), query), [find, query]);
  const fitting = found.filter(({ verdict }) => verdict.ok);
  const groups = useMemo(
    () => groupChoices(showsUnfit ? found : found.filter(({ verdict }) => verdict.ok)),
    [found, showsUnfit],
  );
  const flat = groups.flatMap(({ choices }) => choices);
  const at = Math.min(active, flat.length - 1);
  const unfit = found.length - fitting.length;
  useEffect(() => {
    list.current?.querySelector("[aria-selected='true']")?.scrollIntoView?.({ block: "nearest" });
  });
  const keys = (event: KeyboardEvent) => {
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    const choice = flat[at];
    if (event.key === "Escape") {
      event.stopPropagation();
      event.preventDefault();
      onClose();
    } else if (step !== 0 && flat.length > 0) {
      event.preventDefault();
      setActive((at + step + flat.length) % flat.length);
    } else if (event.key === "Enter" && choice !== undefined && event.target instanceof HTMLInputElement) {
      event.preventDefault();
      onPick(choice);
    }
  };
  return (
    <div className="sw-picker" onKeyDownCapture={keys}>
      <Input
        type="search"
        autoFocus
        value={query}
        ariaLabel={`Find a reference for ${label}`}
        placeholder="Find an output or parameter"
        autoComplete={false}
        nativeInputAttributes={{
          role: "combobox",
          "aria-expanded": true,
          "aria-controls": `${id}list`,
          "aria-activedescendant": flat[at] === undefined ? undefined : `${id}option${at}`,
        }}
        onChange={({ detail }) => {
          setQuery(detail.value);
          setActive(0);
        }}
      />
      <div className="sw-picker-list" role="listbox" id={`${id}list`} aria-label={`References for ${label}`} ref={list}>
        {groups.map((group) => (
          <div key={group.title} role="group" aria-label={group.title}>
            <div className="sw-picker-group" aria-hidden="true">
              {group.title}
            </div>
            {group.choices.map((choice) => {
              const index = flat.indexOf(choice);
              return (
                <SourceOption
                  key={choice.said}
                  id={`${id}option${index}`}
                  choice={choice}
                  active={index === at}
                  onPick={onPick}
                />
              );
            })}
          </div>
        ))}
      </div>
      {flat.length === 0 && (
        <p role="status" className="sw-picker-empty">
          {emptyWords(query, unfit)}
        </p>
      )}
      <div className="sw-picker-foot">
        {children}
        {unfit > 0 && (
          <button
            type="button"
            className="sw-link-button"
            aria-pressed={showsUnfit}
            onClick={() => setShowsUnfit(!showsUnfit)}
          >
            {showsUnfit ? "Hide what does not fit" : `Show ${unfit} that ${unfit === 1 ? "does" : "do"} not fit`}
          </button>
        )}
      </div>
    </div>
  );
}

function emptyWords(query: string, unfit: number): string {
  if (query.trim() === "" && unfit === 0) return "There is nothing to read yet: add a step or a parameter.";
  return unfit > 0 ? "Nothing that fits." : "Nothing of that name.";
}

interface OptionProps {
  readonly id: string;
  readonly choice: SourceChoice & { readonly said: string };
  readonly active: boolean;
  readonly onPick: (choice: SourceChoice) => void;
}

/** One source: what it is called, its kind, how it fits. The focus stays in the box above the list. */
export function SourceOption({ id, choice, active, onPick }: OptionProps) {
  const { verdict } = choice;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the search box's
    // biome-ignore lint/a11y/useFocusableInteractive: see above
    <div
      role="option"
      id={id}
      className="sw-picker-option"
      aria-selected={active}
      aria-disabled={!verdict.ok}
      title={verdict.ok ? undefined : verdict.reason}
      onPointerDown={(event) => event.preventDefault()}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => onPick(choice)}
    >
      <span className="sw-unseen">{choice.hint}</span> <span className="sw-picker-name">{choice.label}</span>
      <span className="sw-picker-kind">{choice.kindLabel}</span>
      {choice.match !== null && <span className="sw-picker-match">{choice.match}</span>}
      {verdict.ok && verdict.conversion && <span className="sw-picker-note">is made text</span>}
      {!verdict.ok && <span className="sw-picker-reason">{verdict.reason}</span>}
    </div>
  );
}
