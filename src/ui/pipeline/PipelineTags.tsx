import Textarea from "@cloudscape-design/components/textarea";
import { useState } from "react";
import { printTags, readTags } from "../../editor/form/tagsText";
import { tagsWriter } from "../../editor/form/writers";
import { FieldBox } from "../kit/FieldBox";
import { FieldRefusal } from "../kit/FieldProblem";
import { useFieldIds } from "../kit/fieldIds";
import { Note } from "../kit/paragraphs";
import { useVisit } from "../kit/useVisit";
import { useEditorState } from "../kit/useWorkspace";
import { VisitKeys } from "../kit/VisitKeys";

/** The tags that the pipeline is deployed with. */
export function PipelineTags() {
  const ids = useFieldIds();
  const tags = useEditorState((state) => state.document.settings.tags);
  const readOnly = useEditorState((state) => state.readOnly);
  const visit = useVisit("Set the tags", tagsWriter);
  const [draft, setDraft] = useState<string | null>(null);
  const read = draft === null ? null : readTags(draft);
  const why = read !== null && "why" in read ? read.why : null;
  const change = (typed: string) => {
    setDraft(typed);
    const next = readTags(typed);
    if ("tags" in next) visit.set(next.tags);
  };
  return (
    <FieldBox label="Tags" controlId={ids.control}>
      <VisitKeys visit={visit} enterCommits={false} onCancel={() => setDraft(null)}>
        <Textarea
          value={draft ?? printTags(tags ?? [])}
          controlId={ids.control}
          placeholder={"team=research\ncost-center=42"}
          rows={2}
          invalid={why !== null}
          readOnly={readOnly}
          spellcheck={false}
          onChange={({ detail }) => change(detail.value)}
          onBlur={() => {
            visit.commit();
            if (why === null) setDraft(null);
          }}
        />
      </VisitKeys>
      <FieldRefusal why={why} />
      <Note>One a line, key=value. Deploying sets these and leaves all others as they are.</Note>
    </FieldBox>
  );
}
