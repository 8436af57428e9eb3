import "./ChoicePicker.css";
import { type KeyboardEvent, useId, useMemo, useState } from "react";
import type { Choice, ChoiceQuestion } from "../../../editor/session/question";
import { ListOption } from "../ListOption";
import { StepIcon } from "../StepIcon";
import { QuestionBox, QuestionNote } from "./parts";

interface Props {
  readonly title: string;
  readonly question: ChoiceQuestion;
  readonly onPick: (id: string) => void;
}

/** A search box over a list; arrows choose, Enter picks. */
export function ChoicePicker({ title, question: { choices, none }, onPick }: Props) {
  const id = useId();
  const [query, setQuery] = useState("");
  const [at, setAt] = useState(0);
  const { shown, more } = useMemo(() => choices(query), [choices, query]);
  const active = Math.min(at, Math.max(0, shown.length - 1));
  const pick = (choice: Choice | undefined) => {
    if (choice !== undefined && !choice.refused) onPick(choice.id);
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
      <QuestionBox
        role="combobox"
        aria-expanded="true"
        aria-controls={id}
        aria-activedescendant={shown.length > 0 ? `${id}-${active}` : undefined}
        aria-label={title}
        placeholder={title}
        value={query}
        onChange={(event) => {
          setQuery(event.target.value);
          setAt(0);
        }}
        onKeyDown={key}
      />
      <div id={id} className="sw-question-list" role="listbox" aria-label={title}>
        {shown.map((choice, index) => (
          <ListOption
            key={choice.id}
            id={`${id}-${index}`}
            className={`sw-option ${index === active ? "is-active" : ""}`}
            active={index === active}
            refused={Boolean(choice.refused)}
            onPoint={() => setAt(index)}
            onPick={() => pick(choice)}
          >
            <ChoiceView choice={choice} />
          </ListOption>
        ))}
        {shown.length === 0 && <QuestionNote>{query === "" ? none : `Nothing is called “${query}”.`}</QuestionNote>}
        {more > 0 && <QuestionNote>{more} more: type to find them.</QuestionNote>}
      </div>
    </>
  );
}

function ChoiceView({ choice: { label, hint, path, note, refused, icon } }: { readonly choice: Choice }) {
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
