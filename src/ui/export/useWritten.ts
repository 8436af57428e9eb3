import { useEffect, useMemo, useState } from "react";
import { loadPart } from "../../editor/session/loadPart";
import type { Choices, ExportForm, ExportSource, Paint, Written } from "../../export/form";
import { useEditorState, useWorkspace } from "../kit/useWorkspace";

interface Result {
  readonly written: Written;
  readonly losses: readonly string[];
}

/** The open document in a form, null until it is written: its code is loaded when first used. `choices` is kept while it is the same. */
export function useWritten(form: ExportForm, choices: Choices): Result | null {
  const document = useEditorState((state) => state.document);
  const models = useEditorState((state) => state.models);
  const { page } = useWorkspace();
  const [made, setMade] = useState<{ readonly of: Of; readonly result: Result } | null>(null);
  const wanted = useMemo<Of>(
    () => ({ form, source: { ...document, models }, choices }),
    [form, document, models, choices],
  );
  useEffect(() => {
    let isWanted = true;
    write(wanted, page.paint).then(
      (result) => isWanted && setMade({ of: wanted, result }),
      // A form that cannot be written is a bug: it is shown where bugs are.
      (thrown) =>
        setMade(() => {
          throw thrown;
        }),
    );
    return () => {
      isWanted = false;
    };
  }, [wanted, page]);
  return made?.of === wanted ? made.result : null;
}

interface Of {
  readonly form: ExportForm;
  readonly source: ExportSource;
  readonly choices: Choices;
}

async function write({ form, source, choices }: Of, paint: Paint): Promise<Result> {
  const writer = await loadPart(form.load);
  const losses = writer.losses(source, choices);
  return { losses, written: await writer.write(source, choices, paint) };
}
