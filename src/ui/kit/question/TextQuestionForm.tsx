import "./TextQuestionForm.css";
import { type FormEvent, useId, useState } from "react";
import type { TextQuestion } from "../../../editor/session/question";
import { QuestionBox, QuestionNote } from "./parts";

interface Props {
  readonly title: string;
  readonly question: TextQuestion;
  readonly onAnswer: (text: string) => void;
  readonly onCancel: () => void;
}

/** A text that a command asks for: what it could be is one click away, what it cannot be is said. */
export function TextQuestionForm({ title, question: { text }, onAnswer, onCancel }: Props) {
  const id = useId();
  const [typed, setTyped] = useState("");
  const answer = typed.trim();
  const why = text.whyNot(answer);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    // It may stand in a form of its own.
    event.stopPropagation();
    if (why === null) onAnswer(answer);
  };
  return (
    <form className="sw-question-form" onSubmit={submit}>
      <label htmlFor={id}>
        {title}
        <QuestionBox
          id={id}
          mono
          aria-label={text.label}
          aria-invalid={typed !== "" && why !== null}
          placeholder={text.placeholder}
          autoComplete="off"
          spellCheck={false}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      </label>
      {text.suggestions.length > 0 && (
        <div className="sw-question-buttons is-choice">
          {text.suggestions.map((suggestion) => (
            <button key={suggestion} type="button" onClick={() => onAnswer(suggestion)}>
              {suggestion}
            </button>
          ))}
        </div>
      )}
      <QuestionNote>{typed === "" ? text.hint : (why ?? text.hint)}</QuestionNote>
      <div className="sw-question-buttons">
        <button type="button" onClick={onCancel}>
          Cancel
        </button>
        <button type="submit" disabled={why !== null}>
          {text.button(answer)}
        </button>
      </div>
    </form>
  );
}
