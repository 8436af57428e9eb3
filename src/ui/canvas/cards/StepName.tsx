import "./StepName.css";
import { useState } from "react";
import { isDone } from "../../../editor/commands/perform";
import { renameStep } from "../../../editor/commands/steps/renameStep";
import { whyNotRename } from "../../../pipeline/graph/stepNames";
import { fitText } from "../../../pipeline/layout/textWidth";
import { useCanvas } from "../canvasStore";
import { focusStep, stepElement } from "../focus";
import { useKit } from "../kit";
import { nameSize } from "../painting/names";

/** The step's name; while it is renamed, a field in its place. Enter or leaving renames, Escape lets it be. */
export function StepName(props: { readonly step: string; readonly name: string; readonly room: number }) {
  const { step, name, room } = props;
  const renaming = useCanvas((state) => state.renaming === step);
  if (renaming) return <NameField step={step} name={name} />;
  return <span className="sw-card-name">{name === "" ? "(no name)" : fitText(name, room, 14, true)}</span>;
}

function NameField({ step, name }: { readonly step: string; readonly name: string }) {
  const kit = useKit();
  const { editor, canvas } = kit;
  const [text, setText] = useState(name);
  // From afar the field is as large as the name that is painted.
  const size = nameSize(kit.view.zoom());
  const far = size > 14 ? { width: 16 * size, height: 1.6 * size, fontSize: size } : undefined;
  const why = text === name ? null : whyNotRename(editor.store.getState().document.definition, name, text);
  const end = (rename: boolean) => {
    if (canvas.getState().renaming !== step) return step;
    canvas.setState({ renaming: null });
    if (!rename || text === name) return step;
    return isDone(kit.run(renameStep, { step, to: text })) ? text : step;
  };
  return (
    <input
      // biome-ignore lint/a11y/noAutofocus: the person asked to type here
      autoFocus
      className="sw-card-rename nodrag nopan nokey"
      aria-label={`Name of ${name}`}
      aria-invalid={why !== null}
      title={why ?? undefined}
      style={far}
      value={text}
      maxLength={64}
      onFocus={(event) => event.target.select()}
      onChange={(event) => setText(event.target.value)}
      onBlur={() => end(why === null)}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key !== "Enter" && event.key !== "Escape") return;
        // A renamed step is another card to the page; the focus follows it.
        const renamed = end(event.key === "Enter" && why === null);
        if (event.key === "Enter") focusStep(kit, renamed);
        else stepElement(renamed)?.focus({ preventScroll: true });
      }}
    />
  );
}
