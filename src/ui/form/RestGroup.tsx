import { memo, useContext, useMemo } from "react";
import { arrange, itemsIn } from "../../editor/form/arrange";
import type { FieldItem } from "../../editor/form/item";
import { headingOf } from "../../editor/form/label";
import type { Value } from "../../pipeline/definition/value";
import { type FieldPlace, FieldPlaceContext, useInspectedStep } from "../kit/inspectedStep";
import { FieldSlot } from "./FieldSlot";
import { Fold } from "./Fold";
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
