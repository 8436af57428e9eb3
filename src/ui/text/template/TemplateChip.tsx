import "./TemplateChip.css";
import type { FieldContext } from "../../../editor/commands/edges/sourceChoices";
import type { Value } from "../../../pipeline/definition/value";
import { readExpression } from "../../../pipeline/references/read";
import { printTemplate } from "../../../pipeline/references/templateText";
import { useEditor, useEditorState } from "../../kit/useWorkspace";
import { Chip, ChipPart, RemoveChip } from "../references/Chip";
import { chipParts, partsInWords } from "../references/chipParts";
import { conversionOf } from "./expressions";

interface Props {
  readonly expression: Value;
  readonly target: FieldContext["target"];
  /** The field that it stands in. */
  readonly label: string;
  readonly open: boolean;
  /** Opens what stands inside: the path of a JsonGet, the text of a Join; of a reference what it could read instead. */
  readonly onOpen: () => void;
  readonly onRemove: () => void;
}

/** An expression in words: "Preprocess train_path", "Evaluate Report mse.value". */
export function wordsOf(expression: Value): string {
  const parts = chipParts(expression);
  return parts === null ? printTemplate(expression) : partsInWords(parts);
}

/** What is read at run time, among text. */
export function TemplateChip({ expression, target, label, open, onOpen, onRemove }: Props) {
  const editor = useEditor();
  const readOnly = useEditorState((state) => state.readOnly);
  const conversion = useEditorState(({ document, models }) => conversionOf({ document, models, target }, expression));
  const parts = chipParts(expression) ?? [{ kind: "text" as const, text: printTemplate(expression) }];
  const chip = parts.find((part) => part.kind === "chip");
  const light = (on: boolean) => {
    if (chip?.step != null && target !== null) editor.hoverEdge(on ? { from: chip.step, to: target.step } : null);
  };
  const isReference = readExpression(expression)?.kind === "get";
  const words = wordsOf(expression);
  const name = parts.map((part, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: parts have no identity but their place
    <span key={index}>
      <ChipPart part={part} />
    </span>
  ));
  return (
    <Chip title={printTemplate(expression)} onPoint={light}>
      {readOnly ? (
        name
      ) : (
        <button
          type="button"
          className="sw-chip-open"
          aria-expanded={open}
          data-holds={!isReference || undefined}
          aria-label={`${isReference ? "Change" : "Edit"} ${words}`}
          onClick={onOpen}
        >
          {name}
        </button>
      )}
      {conversion !== null && <span className="sw-chip-note">{conversion} as text</span>}
      {!readOnly && (
        <RemoveChip
          label={`Remove ${words} from ${label}`}
          onRemove={() => {
            light(false);
            onRemove();
          }}
        />
      )}
    </Chip>
  );
}
