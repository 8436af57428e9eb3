import type { Asked } from "../../editor/session/question";
import { SheetDialog } from "../frame/SheetDialog";
import { QuestionForm } from "../kit/question/QuestionForm";

export function QuestionSheet({ question, onClose }: { readonly question: Asked; readonly onClose: () => void }) {
  return (
    <SheetDialog label={question.title} onClose={onClose}>
      <QuestionForm question={question} onAnswered={onClose} onCancel={onClose} />
    </SheetDialog>
  );
}
