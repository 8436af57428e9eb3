import { type KeyboardEvent, type ReactNode, useMemo, useState } from "react";
import { askAllOf, type Wire } from "../../../editor/commands/edges/askWire";
import { type FieldContext, sourceChoices } from "../../../editor/commands/edges/sourceChoices";
import type { Asked } from "../../../editor/session/question";
import { parseSource } from "../../../pipeline/wiring/sourceText";
import type { WireSource } from "../../../pipeline/wiring/wire";
import { PlainButton } from "../../kit/PlainButton";
import { ChoicePicker } from "../../kit/question/ChoicePicker";
import { QuestionForm } from "../../kit/question/QuestionForm";
import { useEditor } from "../../kit/useWorkspace";
import { PickerBox } from "./PickerBox";

interface Props {
  readonly label: string;
  readonly target: FieldContext["target"];
  /** A source was picked, and all was said that had to be asked of it. */
  readonly onPick: (source: WireSource, jsonPath?: string) => void;
  /** Reads a value of a JSON file that lies in S3; null where no such thing can stand. */
  readonly onPickJson: (() => void) | null;
  readonly onClose: () => void;
  readonly children?: ReactNode;
}

/** What a field could read, and what has to be asked of some: the iteration, the path in a property file, the member of a loop's item. */
export function SourcePicker({ label, target, onPick, onPickJson, onClose, children }: Props) {
  const editor = useEditor();
  const [asked, setAsked] = useState<Asked | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once, when the list opens
  const choices = useMemo(() => {
    const { document, models } = editor.store.getState();
    return sourceChoices({ document, models, target });
  }, []);
  const pick = (id: string) => {
    const source = parseSource(id);
    if (source === null) return;
    if (target === null) return onPick(source);
    const wire: Wire = { source, target };
    askAllOf(editor, wire, setAsked, ({ source: chosen, jsonPath }) => {
      onPick(chosen, jsonPath);
      return true;
    });
  };
  const leave = (event: KeyboardEvent) => {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    event.preventDefault();
    if (asked === null) onClose();
    else setAsked(null);
  };
  return (
    <PickerBox onKeyDownCapture={leave}>
      {asked !== null ? (
        <QuestionForm
          key={asked.title}
          question={asked}
          onAnswered={() => setAsked(null)}
          onCancel={() => setAsked(null)}
        />
      ) : (
        <ChoicePicker
          title={`Find a reference for ${label}`}
          placeholder="Find an output or parameter"
          question={{ choices, none: "There is nothing to read yet: add a step or a parameter." }}
          onPick={pick}
          onRefused={editor.announce}
        >
          {children}
          {onPickJson !== null && (
            <PlainButton look="inline" onClick={onPickJson}>
              Read a value of a JSON file in S3
            </PlainButton>
          )}
        </ChoicePicker>
      )}
    </PickerBox>
  );
}
