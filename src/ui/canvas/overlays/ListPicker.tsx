import { type KeyboardEvent, useId, useMemo, useState } from "react";
import { ListOption } from "../../kit/ListOption";
import { StepIcon } from "../../kit/StepIcon";

/** Something to pick: its name first, what tells it apart in grey, its path in monospace, why it is offered at the right. */
export interface Option {
  readonly id: string;
  readonly label: string;
  readonly hint?: string | null;
  readonly path?: string;
  readonly note?: string | null;
  /** Why it cannot be picked; it is shown all the same. */
  readonly refused?: string | null;
  /** The type of the step whose icon stands before it. */
  readonly icon?: string;
  readonly pick: () => void;
}

const shownAtMost = 80;

/** A search box over a list; arrows choose, Enter picks. */
export function ListPicker({
  label,
  options,
  empty,
}: {
  readonly label: string;
  readonly options: readonly Option[];
  readonly empty: string;
}) {
  const id = useId();
  const [query, setQuery] = useState("");
  const [at, setAt] = useState(0);
  const found = useMemo(() => search(options, query), [options, query]);
  const shown = found.slice(0, shownAtMost);
  const active = Math.min(at, Math.max(0, shown.length - 1));
  const pick = (option: Option | undefined) => {
    if (option !== undefined && !option.refused) option.pick();
  };
  const key = (event: KeyboardEvent) => {
    const moves: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 };
    const by = moves[event.key];
    if (by !== undefined) setAt(Math.max(0, Math.min(shown.length - 1, active + by)));
    else if (event.key === "Enter") pick(shown[active]);
    else return;
    event.preventDefault();
  };
  return (
    <>
      <input
        // biome-ignore lint/a11y/noAutofocus: the list was just asked for
        autoFocus
        className="sw-picker-search"
        role="combobox"
        aria-expanded="true"
        aria-controls={id}
        aria-activedescendant={shown.length > 0 ? `${id}-${active}` : undefined}
        aria-label={label}
        placeholder={label}
        value={query}
        onChange={(event) => {
          setQuery(event.target.value);
          setAt(0);
        }}
        onKeyDown={key}
      />
      <div id={id} className="sw-picker-list" role="listbox" aria-label={label}>
        {shown.map((option, index) => (
          <ListOption
            key={option.id}
            id={`${id}-${index}`}
            className={`sw-option ${index === active ? "is-active" : ""}`}
            active={index === active}
            refused={Boolean(option.refused)}
            onPoint={() => setAt(index)}
            onPick={() => pick(option)}
          >
            <OptionView option={option} />
          </ListOption>
        ))}
        {shown.length === 0 && (
          <p className="sw-picker-empty">{query === "" ? empty : `Nothing is called “${query}”.`}</p>
        )}
        {found.length > shown.length && (
          <p className="sw-picker-empty">{found.length - shown.length} more: type to find them.</p>
        )}
      </div>
    </>
  );
}

function OptionView({ option: { label, hint, path, note, refused, icon } }: { readonly option: Option }) {
  return (
    <>
      {icon !== undefined && <StepIcon type={icon} size={22} />}
      <span className="sw-option-words">
        <span className="sw-option-head">
          <span className="sw-option-label">{label}</span>
          {hint && <span className="sw-option-hint"> {hint}</span>}
          {note && <span className="sw-option-note">{note}</span>}
        </span>
        {path !== undefined && <span className="sw-option-path">{path}</span>}
        {refused && <span className="sw-option-refused">{refused}</span>}
      </span>
    </>
  );
}

function search(options: readonly Option[], query: string): readonly Option[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return options;
  return options.filter(({ label, hint, path }) => {
    const text = `${label} ${hint ?? ""} ${path ?? ""}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
}
