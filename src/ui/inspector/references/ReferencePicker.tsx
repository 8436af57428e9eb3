import Input from "@cloudscape-design/components/input";
import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from "react";
import { iterationChoices, listSources, type SourceChoice, type WireSource } from "../../../pipeline/wiring";
import { useEditor } from "../../kit/useEditor";
import type { FieldItem } from "../fields/item";
import { useInspectedStep } from "../inspectedStep";
import { JsonPathQuestion } from "./JsonPathQuestion";
import { MemberQuestion } from "./MemberQuestion";
import { groupChoices, matching } from "./pickerChoices";
import { useConnect } from "./useConnect";

interface Props {
  readonly item: FieldItem;
  readonly onClose: () => void;
}

/** Everything that the field could read, to be searched and picked: outputs of steps, parameters, execution variables. */
export function ReferencePicker({ item, onClose }: Props) {
  const editor = useEditor();
  const { stepKey } = useInspectedStep();
  const connect = useConnect(item);
  const [asked, setAsked] = useState<SourceChoice | null>(null);
  const all = useMemo(() => {
    const { document, models } = editor.store.getState();
    return offered(listSources(document, models, { step: stepKey, path: item.path }), (source) =>
      iterationChoices(document, source, { step: stepKey, path: item.path }),
    );
  }, [editor, stepKey, item.path]);
  const pick = (choice: SourceChoice) => {
    if (!choice.verdict.ok) {
      editor.announce(choice.verdict.reason);
      return;
    }
    if (choice.verdict.how === "jsonGet" || choice.source.kind === "currentItem") setAsked(choice);
    else if (connect(choice.source)) onClose();
  };
  if (asked !== null && asked.source.kind === "currentItem") {
    const { source } = asked;
    return (
      <MemberQuestion
        onAnswer={(member) => {
          if (connect({ ...source, member })) onClose();
        }}
        onCancel={() => setAsked(null)}
      />
    );
  }
  if (asked !== null) {
    return (
      <JsonPathQuestion
        file={asked.label}
        onAnswer={(path) => {
          if (connect(asked.source, path)) onClose();
        }}
        onCancel={() => setAsked(null)}
      />
    );
  }
  return <SourceList label={item.label} all={all} onPick={pick} onClose={onClose} />;
}

/** Out of a loop's body one reads the selected iteration or a numbered one: each is a choice of its own. */
function offered(
  choices: readonly SourceChoice[],
  iterations: (source: WireSource) => readonly { readonly label: string; readonly source: WireSource }[],
): readonly SourceChoice[] {
  return choices.flatMap((choice) => {
    if (!choice.verdict.ok || choice.verdict.how !== "iteration") return [choice];
    const verdict = { ...choice.verdict, how: "get" } as const;
    return iterations(choice.source).map(({ label, source }) => ({
      ...choice,
      source,
      verdict,
      label: `${choice.label}, ${label.toLowerCase()}`,
    }));
  });
}

interface ListProps {
  readonly label: string;
  readonly all: readonly SourceChoice[];
  readonly onPick: (choice: SourceChoice) => void;
  readonly onClose: () => void;
}

function SourceList({ label, all, onPick, onClose }: ListProps) {
  const id = useId();
  const [query, setQuery] = useState("");
  const [showsUnfit, setShowsUnfit] = useState(false);
  const [active, setActive] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  const found = useMemo(() => matching(all, query), [all, query]);
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
                <Option
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
        {flat.length === 0 && <p className="sw-picker-empty">{emptyWords(all.length, unfit)}</p>}
      </div>
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
  );
}

function emptyWords(all: number, unfit: number): string {
  if (all === 0) return "There is nothing to read yet: add a step or a parameter.";
  return unfit > 0 ? "Nothing that fits." : "Nothing of that name.";
}

interface OptionProps {
  readonly id: string;
  readonly choice: SourceChoice & { readonly said: string };
  readonly active: boolean;
  readonly onPick: (choice: SourceChoice) => void;
}

function Option({ id, choice, active, onPick }: OptionProps) {
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
