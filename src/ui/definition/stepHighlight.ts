/** The lines of the step that is selected on the canvas. */
import { RangeSetBuilder, StateEffect, StateField } from "@codemirror/state";
import { Decoration, type DecorationSet, EditorView } from "@codemirror/view";
import type { Range } from "./rangeOf";

export const highlightStep = StateEffect.define<Range | null>();

const line = Decoration.line({ class: "cm-selected-step" });

export const stepHighlight = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(lines, transaction) {
    for (const effect of transaction.effects) {
      if (!effect.is(highlightStep)) continue;
      if (effect.value === null) return Decoration.none;
      const builder = new RangeSetBuilder<Decoration>();
      const { doc } = transaction.state;
      const last = doc.lineAt(Math.min(effect.value.to, doc.length)).number;
      for (let number = doc.lineAt(effect.value.from).number; number <= last; number++) {
        const { from } = doc.line(number);
        builder.add(from, from, line);
      }
      return builder.finish();
    }
    return lines.map(transaction.changes);
  },
  provide: (field) => EditorView.decorations.from(field),
});
