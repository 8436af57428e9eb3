import "./usePages.css";
import Button from "@cloudscape-design/components/button";
import { type ReactNode, useEffect, useState } from "react";
import type { FieldItem } from "../../editor/form/item";
import { parsePath, type Segment } from "../../pipeline/definition/path";
import { useInspectedStep } from "../kit/inspectedStep";
import { useEditorState } from "../kit/useWorkspace";

/** So many rows of one list or map are on the page at once: it may have a hundred thousand. */
const most = 50;

interface Pages {
  /** The rows that are on the page: from this one to before that. */
  readonly from: number;
  readonly to: number;
  /** Says which they are and brings the others; nothing where all are there. */
  readonly turn: ReactNode;
  readonly showLast: () => void;
}

/** The rows of a long list or map that are on the page. What is asked for elsewhere, such as at a problem, is among them. */
export function usePages(item: FieldItem, length: number, indexOf: (segment: Segment) => number): Pages {
  const [page, setPage] = useState(0);
  const { stepKey } = useInspectedStep();
  const revealed = useEditorState((state) => (state.revealed?.key === stepKey ? state.revealed : null));
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is shown once, when it is asked for
  useEffect(() => {
    const segment = parsePath(revealed?.path ?? "")?.[item.path.length];
    if (length <= most || segment === undefined || revealed?.path?.startsWith(item.printed) !== true) return;
    const index = indexOf(segment);
    if (index >= 0) setPage(Math.floor(index / most));
  }, [revealed]);
  const last = Math.max(0, Math.ceil(length / most) - 1);
  const from = Math.min(page, last) * most;
  const to = Math.min(length, from + most);
  const words = `${from + 1} to ${to} of ${length.toLocaleString("en")}`;
  const turn =
    last === 0 ? null : (
      <div className="sw-pages">
        <Button
          variant="inline-icon"
          iconName="angle-left"
          ariaLabel={`${item.label}: the ${most} before`}
          disabled={from === 0}
          onClick={() => setPage(Math.min(page, last) - 1)}
        />
        <span role="status">{words}</span>
        <Button
          variant="inline-icon"
          iconName="angle-right"
          ariaLabel={`${item.label}: the next ${most}`}
          disabled={to === length}
          onClick={() => setPage(Math.min(page, last) + 1)}
        />
      </div>
    );
  return { from, to, turn, showLast: () => setPage(Number.MAX_SAFE_INTEGER) };
}
