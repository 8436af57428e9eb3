import "./HeadNote.css";

/** What stands quietly behind a title: AWS's path, or how many there are. */
export const HeadNote = ({ kind, text }: { readonly kind: "path" | "count"; readonly text: string | number }) => (
  <span className={`sw-head-${kind}`}>{text}</span>
);
