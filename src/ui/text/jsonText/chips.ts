/** Expressions in a text of CodeMirror: each stands on one character of its own, drawn as a chip, and goes and comes with it. */
import { invertedEffects } from "@codemirror/commands";
import {
  type EditorState,
  Facet,
  MapMode,
  type Range,
  StateEffect,
  StateField,
  type TransactionSpec,
} from "@codemirror/state";
import { Decoration, type DecorationSet, EditorView, WidgetType } from "@codemirror/view";
import { sameValue, type Value } from "../../../pipeline/definition/value";
import type { Template } from "../../../pipeline/references/template";

/** "Object replacement character": what Unicode has for a thing in a text that is no text. */
export const placeholder = "\uFFFC";

export interface ChipEvents {
  /** What is read, in words; the first in bold. */
  readonly words: (expression: Value) => { readonly lead: string; readonly name: string };
  /** The field in which it stands: said by the buttons of the chip. */
  readonly label: string;
  readonly opened: (index: number) => void;
  readonly removed: (index: number) => void;
}

export const chipEvents = Facet.define<ChipEvents, ChipEvents | undefined>({ combine: ([events]) => events });

const addChip = StateEffect.define<{ readonly at: number; readonly expression: Value }>({
  map: ({ at, expression }, changes) => ({ at: changes.mapPos(at), expression }),
});

class ChipWidget extends WidgetType {
  constructor(readonly expression: Value) {
    super();
  }
  override eq(other: ChipWidget): boolean {
    return sameValue(other.expression, this.expression);
  }
  override toDOM(view: EditorView): HTMLElement {
    const chip = document.createElement("span");
    chip.className = "cm-chip";
    const events = view.state.facet(chipEvents);
    if (events === undefined) return chip;
    const { lead, name } = events.words(this.expression);
    const said = `${lead} ${name}`.trim();
    const index = () => chipsOf(view.state).findIndex(({ from }) => from === view.posAtDOM(chip));
    const strong = document.createElement("strong");
    strong.textContent = lead;
    const open = buttonOf("cm-chip-open", `Edit ${said}`, () => events.opened(index()));
    open.append(strong, ` ${name}`);
    const remove = buttonOf("cm-chip-remove", `Remove ${said} from ${events.label}`, () => events.removed(index()));
    remove.textContent = "×";
    chip.append(open, remove);
    return chip;
  }
  override ignoreEvent(): boolean {
    return true;
  }
}

function buttonOf(className: string, label: string, click: () => void): HTMLButtonElement {
  const button = document.createElement("button");
  button.type = "button";
  button.className = className;
  button.setAttribute("aria-label", label);
  button.addEventListener("click", click);
  return button;
}

const chipAt = (at: number, expression: Value): Range<Decoration> =>
  Decoration.replace({ widget: new ChipWidget(expression) }).range(at, at + 1);

const chips = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(before, { changes, effects, newDoc }) {
    let next = before.map(changes).update({
      filter: (from, to) => to === from + 1 && newDoc.sliceString(from, to) === placeholder,
    });
    for (const effect of effects) {
      if (!effect.is(addChip)) continue;
      const { at, expression } = effect.value;
      next = next.update({ filter: (from) => from !== at }).update({ add: [chipAt(at, expression)] });
    }
    return next;
  },
  provide: (field) => [
    EditorView.decorations.from(field),
    EditorView.atomicRanges.of((view) => view.state.field(field)),
    // What takes a chip away brings it back when it is undone.
    invertedEffects.of(({ startState, changes }) =>
      chipsOf(startState)
        .filter(({ from }) => changes.mapPos(from, 1, MapMode.TrackAfter) === null)
        .map(({ from, expression }) => addChip.of({ at: from, expression })),
    ),
  ],
});

export interface Chip {
  readonly from: number;
  readonly expression: Value;
}

/** The chips of a text, in their order. */
export function chipsOf(state: EditorState): readonly Chip[] {
  const list: Chip[] = [];
  state.field(chips).between(0, state.doc.length, (from, _, { spec }) => {
    if (spec.widget instanceof ChipWidget) list.push({ from, expression: spec.widget.expression });
  });
  return list;
}

/** A template as the text and the chips that a view begins with. */
export function beginWith(template: Template) {
  const { text, placed } = written(template);
  return { text, extension: chips.init(() => Decoration.set(placed.map((one) => chipAt(one.from, one.expression)))) };
}

function written({ texts, expressions }: Template): { readonly text: string; readonly placed: readonly Chip[] } {
  const placed: Chip[] = [];
  let text = texts[0] ?? "";
  for (const [index, expression] of expressions.entries()) {
    placed.push({ from: text.length, expression });
    text += placeholder + (texts[index + 1] ?? "");
  }
  return { text, placed };
}

/** What stands in the view as a template. */
export function templateIn(state: EditorState): Template {
  const texts: string[] = [];
  const found = chipsOf(state);
  let start = 0;
  for (const { from } of found) {
    texts.push(state.sliceDoc(start, from));
    start = from + 1;
  }
  texts.push(state.sliceDoc(start));
  return { texts, expressions: found.map(({ expression }) => expression) };
}

/** Puts a chip in place of a stretch, and the caret behind it. */
export function chipIn(from: number, to: number, expression: Value): TransactionSpec {
  return {
    changes: { from, to, insert: placeholder },
    effects: addChip.of({ at: from, expression }),
    selection: { anchor: from + 1 },
    scrollIntoView: true,
  };
}

/** Writes another template over what stands there. */
export function allOf(state: EditorState, template: Template): TransactionSpec {
  const { text, placed } = written(template);
  return {
    changes: { from: 0, to: state.doc.length, insert: text },
    effects: placed.map(({ from, expression }) => addChip.of({ at: from, expression })),
  };
}
