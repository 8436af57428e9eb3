import { lastName } from "../definition/path";
import { get, getIn } from "../definition/value";
import { renameMapKey } from "../edits/fields";
import type { Place } from "../schema/place";
import { remove } from "./fixes";
import { nearest } from "./nearest";
import type { Field, Fix } from "./problem";

/** What helps against a member that does not belong where it stands: the member that is most likely meant, and cures. */
export function curesOf(
  { entry, place, at }: Pick<Field, "entry" | "place" | "at">,
  mayBeMeant: (member: Place) => boolean = () => true,
): { readonly close: string | null; readonly fixes: readonly Fix[] } {
  const inside = at.slice(0, -1);
  const member = lastName(at);
  const enclosing = getIn(entry.step, inside);
  const free = [...(place.parent?.members() ?? [])].filter(mayBeMeant);
  const close = nearest(
    member,
    free.map(({ name }) => name).filter((name) => get(enclosing, name) === undefined),
  );
  const away = remove(entry.key, [...at]);
  if (close === null) return { close, fixes: [away] };
  return {
    close,
    fixes: [{ label: `Call it ${close}`, recipe: renameMapKey(entry.key, inside, member, close) }, away],
  };
}
