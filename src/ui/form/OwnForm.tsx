import { type ComponentType, lazy, Suspense } from "react";
import type { FieldItem } from "../../editor/form/item";
import { loadPart } from "../../editor/session/loadPart";
import type { OwnForm as Form } from "../../pipeline/schema/stepType";
import { Hint } from "../kit/paragraphs";

type Editor = ComponentType<{ readonly item: FieldItem }>;

/** Each form is loaded with the first step that has it. */
const forms: Readonly<Record<Form, Editor>> = {
  conditions: lazy(async () => ({
    default: (await loadPart(() => import("./conditions/ConditionsField"))).ConditionsField,
  })),
  items: lazy(async () => ({ default: (await loadPart(() => import("./loops/ItemsField"))).ItemsField })),
  pace: lazy(async () => ({ default: (await loadPart(() => import("./loops/PaceField"))).PaceField })),
  selector: lazy(async () => ({ default: (await loadPart(() => import("./loops/SelectorField"))).SelectorField })),
  sources: lazy(async () => ({ default: (await loadPart(() => import("./cleanup/SourcesField"))).SourcesField })),
};

/** A field whose value has a form of its own: conditions, a loop's items, pace and selector, a Cleanup's sources. */
export function OwnForm({ item, form }: { readonly item: FieldItem; readonly form: Form }) {
  const Editor = forms[form];
  return (
    <Suspense fallback={<Hint>Loading {item.label}…</Hint>}>
      <Editor item={item} />
    </Suspense>
  );
}
