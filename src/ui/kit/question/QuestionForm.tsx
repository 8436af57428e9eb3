import type { Asked } from "../../../editor/session/question";
import { ChoicePicker } from "./ChoicePicker";
import { TextQuestionForm } from "./TextQuestionForm";

interface Props {
  readonly question: Asked;
  /** Called before the command goes on, which may ask again. */
  readonly onAnswered: () => void;
  readonly onCancel: () => void;
}

/** What a command asks, on the canvas and in the inspector alike. */
export function QuestionForm({ question, onAnswered, onCancel }: Props) {
  const answer = (value: string) => {
    onAnswered();
    void question.answer(value);
  };
  return "choices" in question ? (
    <ChoicePicker title={question.title} question={question} onPick={answer} />
  ) : (
    <TextQuestionForm title={question.title} question={question} onAnswer={answer} onCancel={onCancel} />
  );
}
