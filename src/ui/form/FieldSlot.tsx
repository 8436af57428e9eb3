import { type ComponentType, createContext, useContext } from "react";
import type { FieldItem } from "../../editor/form/item";

/** What draws a field: groups, lists and maps hold fields, and a field may be any of these. */
export const FieldComponentContext = createContext<ComponentType<{ readonly item: FieldItem }> | null>(null);

/** A field of any kind, in the place where it belongs. */
export function FieldSlot({ item }: { readonly item: FieldItem }) {
  const Component = useContext(FieldComponentContext);
  return Component === null ? null : <Component item={item} />;
}
