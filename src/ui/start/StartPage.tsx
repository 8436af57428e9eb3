import { createDocument } from "../../pipeline/definition/document";
import { usePage } from "../shell/pageContext";

export function StartPage() {
  const { documents } = usePage();
  return (
    <main>
      <button type="button" onClick={() => documents.openNew((id) => createDocument(id, "pipeline"))}>
        Blank pipeline
      </button>
    </main>
  );
}
