import { memo, type ReactNode, useContext, useMemo, useState } from "react";
import { arrange, itemsIn } from "../../editor/form/arrange";
import type { FieldItem } from "../../editor/form/item";
import { headingOf } from "../../editor/form/label";
import type { Value } from "../../pipeline/definition/value";
import { type FieldPlace, FieldPlaceContext, useInspectedStep } from "../kit/inspectedStep";
import { FieldSlot } from "./FieldSlot";
import { PlacesContext } from "./PlacesContext";

/** A structure among the folded fields: what it has to offer beside what is shown above, opened on demand. */
export const RestGroup = memo(function RestGroup({
  item,
  value,
}: {
  readonly item: FieldItem;
  readonly value: Value | undefined;
}) {
  const { source } = useInspectedStep();
  const places = useContext(PlacesContext);
  const around = useContext(FieldPlaceContext);
  const keptHere = places.get(item.printed) === "rest";
  const offered = useMemo(
    () =>
      value === undefined || keptHere
        ? itemsIn(source, item.path, value)
        : arrange(source, item.path, value, places).rest,
    [source, item.path, value, places, keptHere],
  );
  // What is filled in below a structure that was not there stays here as a whole.
  const isNew = value === undefined || keptHere;
  const place = useMemo((): FieldPlace | null => {
    if (around === null) return null;
    return { place: "rest", root: around.root ?? (isNew ? item.printed : null) };
  }, [around, isNew, item.printed]);
  return (
    <Fold title={headingOf(item.name)} said="fields" count={offered.length} path={item.shown} level={2}>
      <FieldPlaceContext value={place}>
        {offered.map((inner) => (
          <FieldSlot key={inner.printed} item={inner} />
        ))}
      </FieldPlaceContext>
    </Fold>
  );
});

interface FoldProps {
  readonly title: string;
  /** What is heard behind the title: "of channel train". */
  readonly said?: string;
  readonly count?: number;
  readonly path?: string;
  readonly level: 1 | 2;
  readonly startsOpen?: boolean;
  readonly children: ReactNode;
}

/** A folded part of the form; what is inside is made when it is opened. */
export function Fold({ title, said, count, path, level, startsOpen = false, children }: FoldProps) {
  const [open, setOpen] = useState(startsOpen);
  return (
    <div className="sw-fold" data-level={level} data-open={open || undefined}>
      <button type="button" className="sw-fold-button" aria-expanded={open} onClick={() => setOpen(!open)}>
        <span className="sw-fold-title">{title}</span>
        {path !== undefined && open && <span className="sw-fold-path">{path}</span>}{" "}
        {count !== undefined && <span className="sw-fold-count">{count}</span>}{" "}
        {/* Behind what is read, so that a fold is called by the words that stand there. */}
        {said !== undefined && <span className="sw-unseen">{said}</span>}
        <span className="sw-fold-arrow" aria-hidden="true">
          ▸
        </span>
      </button>
      {open && <div className="sw-fold-content">{children}</div>}
    </div>
  );
}
