import { type ComponentType, type ReactNode, type RefObject, useId } from "react";
import type { FieldContext } from "../../../editor/commands/edges/sourceChoices";
import type { Value } from "../../../pipeline/definition/value";
import type { TemplateHandle } from "./templateHandle";
import type { Completion } from "./useCompletion";

/** What a template editor needs: of a field, or of an expression inside one of its own chips. */
export interface TemplateEditorProps {
  readonly value: Value | undefined;
  readonly label: string;
  readonly target: FieldContext["target"];
  readonly ids: { readonly control: string; readonly label: string; readonly path: string };
  readonly readOnly: boolean;
  /** False for a number's or boolean's field: there a chip stands alone. */
  readonly takesText: boolean;
  /** False where no value of a JSON file can stand: in the URI of such a file. */
  readonly takesJson?: boolean;
  /** For what is picked beside the field. */
  readonly handle?: RefObject<TemplateHandle | null>;
  readonly onChange: (value: Value) => void;
  /** A change that is done with: a chip taken out by its ×. */
  readonly onRemoved: (value: Value, words: string) => void;
  readonly onEnter: () => void;
  /** Draws a text without chips; null draws it like the others. */
  readonly literal: ((text: string, completion: Completion) => ReactNode) | null;
}

/** What is told to what stands inside a chip. */
export interface ChipInsideProps {
  /** The editor that this stands in: handed in, because an expression may hold another to any depth. */
  readonly Editor: ComponentType<TemplateEditorProps>;
  readonly expression: Value;
  /** It was opened, or put in just now: what is still to be said takes the focus. */
  readonly takesFocus: boolean;
  readonly target: FieldContext["target"];
  readonly path: string;
  readonly readOnly: boolean;
  readonly onChange: (expression: Value) => void;
  readonly onEnter: () => void;
  readonly onClose: () => void;
}

/** The ids of an editor inside a chip. */
export function useInsideIds(path: string): TemplateEditorProps["ids"] {
  const id = useId();
  return { control: `${id}control`, label: `${id}label`, path };
}
