import { startsWith } from "../../pipeline/definition/path";
import { get, isList, type Value } from "../../pipeline/definition/value";
import type { ApiDocumentation } from "../../pipeline/schema/model";
import { isOpenStructure, itemsIn } from "./arrange";
import { type FieldItem, type FieldSource, innerItem } from "./item";

export interface Hits {
  readonly items: readonly FieldItem[];
  /** How many more there are than `items` holds. */
  readonly more: number;
}

const most = 24;

/** The fields whose label, path or documentation has all the words that are looked for; labels first, documentation last. */
export function searchFields(
  source: FieldSource,
  roots: readonly FieldItem[],
  step: Value,
  documentation: ApiDocumentation | null,
  query: string,
): Hits {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return { items: [], more: 0 };
  const ranked: Hit[] = [];
  const visit = (item: FieldItem, value: Value | undefined, above: readonly string[]): void => {
    if (isOpenStructure(item, value)) {
      // A shape inside itself would never end; what is there may go on.
      if (value === undefined && above.includes(item.shapeName)) return;
      for (const inner of itemsIn(source, item.path, value)) {
        visit(inner, get(value, inner.name), [...above, item.shapeName]);
      }
      return;
    }
    const rank = rankOf(item, words, documentation);
    if (rank !== null) ranked.push({ item, rank });
    if (isList(value) && item.shape.kind === "list") {
      value.forEach((element, index) => {
        const inner = innerItem(source, item, index);
        if (inner.shape.kind === "structure") visit(inner, element, above);
      });
    }
  };
  for (const root of roots) visit(root, valueAt(step, root), []);
  ranked.sort((left, right) => left.rank - right.rank);
  const found = eachOnce(ranked);
  return { items: found.slice(0, most).map(({ item }) => item), more: Math.max(0, found.length - most) };
}

interface Hit {
  readonly item: FieldItem;
  readonly rank: number;
}

/** A list or map is shown with all that lies in it: of what is found in what else is found, the better one stays. */
function eachOnce(ranked: readonly Hit[]): readonly Hit[] {
  const kept: Hit[] = [];
  for (const hit of ranked) {
    const isShown = kept.some(
      ({ item: { path } }) => startsWith(hit.item.path, path) || startsWith(path, hit.item.path),
    );
    if (!isShown) kept.push(hit);
  }
  return kept;
}

function valueAt(step: Value, item: FieldItem): Value | undefined {
  let value: Value | undefined = step;
  for (const key of item.path) value = get(value, String(key));
  return value;
}

function rankOf(item: FieldItem, words: readonly string[], documentation: ApiDocumentation | null): number | null {
  const label = item.label.toLowerCase();
  const path = item.shown.toLowerCase();
  const named = words.filter((word) => label.includes(word)).length;
  if (named === words.length) return label.startsWith(words[0] ?? "") ? 0 : 1;
  const addressed = words.every((word) => label.includes(word) || path.includes(word));
  if (addressed) return 2;
  const said = documentationOf(item, documentation).toLowerCase();
  return words.every((word) => label.includes(word) || path.includes(word) || said.includes(word)) ? 3 : null;
}

/** AWS's own words on a field, or those of the step type. */
export function documentationOf(item: FieldItem, documentation: ApiDocumentation | null): string {
  if (item.documentation !== null) return item.documentation;
  return item.documentationKey === null ? "" : (documentation?.[item.documentationKey] ?? "");
}
