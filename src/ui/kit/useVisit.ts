import { useCallback, useContext, useEffect, useMemo, useRef } from "react";
import type { FieldItem } from "../../editor/form/item";
import { fieldWriter, type Writer } from "../../editor/form/writers";
import { openVisit, type Visit } from "../../editor/session/visit";
import type { Value } from "../../pipeline/definition/value";
import { FieldGroupContext, useInspectedStep } from "./inspectedStep";
import { useEditor } from "./useWorkspace";

export type { Visit };

/** A visit to a control is one gesture. `write` says what of the document its value changes. */
export function useVisit<V>(label: string, write: Writer<V>): Visit<V> {
  const editor = useEditor();
  const latest = useRef(write);
  latest.current = write;
  const visit = useMemo(() => openVisit<V>(editor, label, (value) => latest.current(value)), [editor, label]);
  // A control that goes away in the middle of a visit ends it.
  useEffect(() => visit.commit, [visit]);
  return visit;
}

/** A visit to a field, which stays in its place on the form until another step is shown. Nothing takes its value away. */
export function useFieldVisit(item: FieldItem): Visit<Value | undefined> {
  const { stepKey, source, together } = useInspectedStep();
  const keep = useKeepGroup(item);
  const write = useMemo(() => {
    const writers = (together ?? [{ key: stepKey, source }]).map((one) => fieldWriter(one.key, one.source, item));
    return writtenTogether(writers);
  }, [stepKey, source, together, item]);
  const whose = together === undefined ? stepKey : `${together.length} steps`;
  const visit = useVisit(`Set ${item.label} of ${whose}`, write);
  return useMemo(
    () => ({
      ...visit,
      set(value) {
        keep();
        return visit.set(value);
      },
      put(value) {
        keep();
        return visit.put(value);
      },
    }),
    [visit, keep],
  );
}

/** One value, written by each of them. */
function writtenTogether<V>(writers: readonly Writer<V>[]): Writer<V> {
  const [only, ...others] = writers;
  if (only !== undefined && others.length === 0) return only;
  return (value) => (document) => writers.reduce((changed, write) => write(value)(changed), document);
}

/** Says that a field is worked in, so that it stays where it is drawn. */
export function useKeepGroup(item: FieldItem): () => void {
  const { keepGroup } = useInspectedStep();
  const group = useContext(FieldGroupContext);
  return useCallback(() => {
    if (group !== null) keepGroup(group.root ?? item.printed, group.group);
  }, [keepGroup, group, item.printed]);
}
