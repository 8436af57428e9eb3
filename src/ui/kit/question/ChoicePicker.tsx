import { lookup } from "../../../pipeline/definition/byName";
import "./ChoicePicker.css";
import { type KeyboardEvent, type ReactNode, useId, useMemo, useState } from "react";
import type { Choice, ChoiceQuestion } from "../../../editor/session/question";
import { PlainButton } from "../PlainButton";
import { ChoiceOptions } from "./ChoiceOptions";
import { QuestionBox, QuestionNote } from "./parts";

interface Props {
  readonly title: string;
  /** What stands in the empty box; the title where nothing is given. */
  readonly placeholder?: string;
  readonly question: ChoiceQuestion;
  readonly onPick: (id: string) => void;
  /** Someone picked what cannot be chosen. */
  readonly onRefused?: (why: string) => void;
  /** What else can be done here, below the list. */
  readonly children?: ReactNode;
}

/** A search box over a list; arrows choose, Enter picks. What does not fit is shown on demand, with its reason. */
export function ChoicePicker({ title, placeholder = title, question, onPick, onRefused, children }: Props) {
  const { choices, none } = question;
  const id = useId();
  const [query, setQuery] = useState("");
  const [withUnfit, setWithUnfit] = useState<true | undefined>(undefined);
  const [at, setAt] = useState(0);
  const { shown, more, unfit = 0 } = useMemo(() => choices(query, withUnfit), [choices, query, withUnfit]);
  const last = Math.max(0, shown.length - 1);
  const active = Math.min(at, last);
  const pick = (choice: Choice | undefined) => {
    if (choice === undefined) return;
    if (choice.refused) onRefused?.(choice.refused);
    else onPick(choice.id);
  };
  const key = (event: KeyboardEvent) => {
    const moves: Readonly<Record<string, number>> = {
      ArrowDown: active === last ? 0 : active + 1,
      ArrowUp: active === 0 ? last : active - 1,
      PageDown: Math.min(last, active + 8),
      PageUp: Math.max(0, active - 8),
    };
    const to = lookup(moves, event.key);
    if (to !== undefined) setAt(to);
    else if (event.key === "Enter") pick(shown[active]);
    else return;
    event.preventDefault();
  };
  return (
    <>
      <QuestionBox
        type="search"
        role="combobox"
        aria-expanded="true"
        aria-controls={`${id}list`}
        aria-activedescendant={shown.length > 0 ? `${id}option${active}` : undefined}
        aria-label={title}
        placeholder={placeholder}
        autoComplete="off"
        spellCheck={false}
        value={query}
        onChange={(event) => {
          setQuery(event.target.value);
          setAt(0);
        }}
        onKeyDown={key}
      />
      <ChoiceOptions id={id} label={title} shown={shown} at={active} onPoint={setAt} onPick={pick} />
      {shown.length === 0 && (
        <QuestionNote role="status">
          {unfit > 0 ? "Nothing that fits." : query === "" ? none : `Nothing is called “${query}”.`}
        </QuestionNote>
      )}
      {more > 0 && <QuestionNote>{more} more: type to find them.</QuestionNote>}
      {(children !== undefined || unfit > 0) && (
        <div className="sw-question-foot">
          {children}
          {unfit > 0 && (
            <PlainButton
              look="inline"
              aria-pressed={withUnfit === true}
              onClick={() => setWithUnfit(withUnfit === true ? undefined : true)}
            >
              {withUnfit === true
                ? "Hide what does not fit"
                : `Show ${unfit} that ${unfit === 1 ? "does" : "do"} not fit`}
            </PlainButton>
          )}
        </div>
      )}
    </>
  );
}
