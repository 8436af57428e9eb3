import { useEffect, useState } from "react";
import type { Target } from "../../../contract/target";
import { DialogLine } from "../../kit/paragraphs";

/** So long a wait needs no word. */
const silence = 5000;

/** For a call that is under way: says after a while that no answer came, and how it goes on. A key begins the wait anew. */
export function Unanswered({ target }: { readonly target: Target }) {
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), silence);
    return () => clearTimeout(timer);
  }, []);
  const who = target.kind === "local" ? "The local region" : "AWS";
  return (
    <div role="status">
      {late && (
        <DialogLine>
          {who} has not answered yet. A look is given up after 15 seconds, a write after 60; then what is there is read,
          and you are told what became of it.
        </DialogLine>
      )}
    </div>
  );
}
