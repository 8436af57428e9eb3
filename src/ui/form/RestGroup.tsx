import { memo, useContext, useMemo } from "react";
import { arrange, itemsIn } from "../../editor/form/arrange";
import type { FieldItem } from "../../editor/form/item";
import { headingOf } from "../../editor/form/label";
import type { Value } from "../../pipeline/definition/value";
import { FieldGroupContext, type FieldGroupInfo, useInspectedStep } from "../kit/inspectedStep";
import { FieldSlot } from "./FieldSlot";
import { Fold } from "./Fold";
import { KeptGroupsContext } from "./KeptGroupsContext";

/** A structure among the folded fields: what it has to offer beside what is shown above, opened on demand. */
export const RestGroup = memo(function RestGroup({
  item,
  value,
}: {
  readonly item: FieldItem;
  readonly value: Value | undefined;
}) {
  const { source } = useInspectedStep();
  const keptGroups = useContext(KeptGroupsContext);
  const enclosing = useContext(FieldGroupContext);
  const keptHere = keptGroups.get(item.printed) === "rest";
  const offered = useMemo(
    () =>
      value === undefined || keptHere
        ? itemsIn(source, item.path, value)
        : arrange(source, item.path, value, keptGroups).rest,
    [source, item.path, value, keptGroups, keptHere],
  );
  // What is filled in below a structure that was not there stays here as a whole.
  const isNew = value === undefined || keptHere;
  const group = useMemo((): FieldGroupInfo | null => {
    if (enclosing === null) return null;
    return { group: "rest", root: enclosing.root ?? (isNew ? item.printed : null) };
  }, [enclosing, isNew, item.printed]);
  return (
    <Fold title={headingOf(item.name)} said="fields" count={offered.length} path={item.shown} level={2}>
      <FieldGroupContext value={group}>
        {offered.map((inner) => (
          <FieldSlot key={inner.printed} item={inner} />
        ))}
      </FieldGroupContext>
    </Fold>
  );
});
