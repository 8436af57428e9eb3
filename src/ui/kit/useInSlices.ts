import { useEffect, useMemo, useState } from "react";
import { doneAtOnce, inSlices } from "../../editor/session/slices";

/**
 * What a work gives that may be long: at once where it is short, else later, in slices between all else that the page does. Null until
 * then. Given another work, it gives up the one before.
 *
 * @param begin the same function as long as the work is the same.
 */
export function useInSlices<T>(begin: () => Generator<undefined, T>): T | null {
  const begun = useMemo(() => {
    const work = begin();
    return { work, first: doneAtOnce(work) };
  }, [begin]);
  const [last, setLast] = useState<{ readonly of: typeof begun; readonly value: T } | null>(null);
  useEffect(() => {
    if (begun.first === null) return inSlices(begun.work, (value) => setLast({ of: begun, value }));
  }, [begun]);
  if (begun.first !== null) return begun.first.value;
  return last?.of === begun ? last.value : null;
}
