import { lazy, Suspense } from "react";
import { useStore } from "zustand";
import type { Documents } from "../../editor/session/documents";
import { loadPart } from "../../editor/session/loadPart";

const QuestionSheet = lazy(async () => ({ default: (await loadPart(() => import("./QuestionSheet"))).QuestionSheet }));

/** Which of several definitions in a file is to be opened, on whichever page. */
export function DocumentQuestion({ documents }: { readonly documents: Documents }) {
  const question = useStore(documents.asked, (state) => state.question);
  return (
    <Suspense fallback={null}>
      {question !== null && (
        <QuestionSheet question={question} onClose={() => documents.asked.setState({ question: null })} />
      )}
    </Suspense>
  );
}
