import "./OutlineTree.css";
import {
  type FocusEvent,
  type KeyboardEvent,
  memo,
  type RefObject,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import type { OutlineRow } from "../../editor/session/outline";
import { Row, type RowActions } from "./OutlineRow";
import { rowAfter, type Standing, standingsOf } from "./treeKeys";

/** So many rows are one part: it is in the page while it is in view or near it. */
const together = 40;
/** So many rows are in the page at once, wherever one looks. */
const few = 1_000;
/** About the height of a row that was not seen yet, in pixels. */
const usualHeight = 26;

interface Props extends RowActions {
  readonly rows: readonly OutlineRow[];
  readonly isSelected: (row: OutlineRow) => boolean;
  readonly folded: ReadonlySet<string>;
}

/** The rows as a tree. Of thousands only those in view are in the page, and the one that has the focus; keys and what is said know them all. */
export function OutlineTree({ rows, ...shown }: Props) {
  const tree = useRef<HTMLDivElement>(null);
  const [stop, setStop] = useState<string | null>(null);
  const wish = useRef<string | null>(null);
  const standings = useMemo(() => standingsOf(rows), [rows]);
  const inView = usePartsInView(tree, rows.length > few);
  const stopAt = Math.max(
    0,
    rows.findIndex(({ id }) => id === stop),
  );
  useLayoutEffect(() => {
    if (wish.current === null) return;
    wish.current = null;
    tree.current?.querySelector<HTMLElement>(`[data-at="${stopAt}"]`)?.focus();
  });
  const keydown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const at = rowOf(event.target);
    const next = at === null ? undefined : rowAfter(event.key, rows, at);
    const row = next === undefined ? undefined : rows[next];
    if (row === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    wish.current = row.id;
    setStop(row.id);
  };
  /** Tab leaves the tree and comes back to the row that had the focus last. */
  const focus = ({ target }: FocusEvent<HTMLElement>) => {
    const at = rowOf(target);
    if (at !== null) setStop(rows[at]?.id ?? null);
  };
  const parts = Array.from({ length: Math.ceil(rows.length / together) }, (_, part) => part);
  const isShown = (part: number) => inView === null || inView.has(part) || part === Math.floor(stopAt / together);
  return (
    <div
      ref={tree}
      role="tree"
      aria-label="Steps and edges"
      className="sw-outline-tree"
      onKeyDown={keydown}
      onFocus={focus}
    >
      {parts.map((part) => (
        <Part
          key={part}
          {...shown}
          part={part}
          rows={rows}
          standings={standings}
          stopAt={Math.floor(stopAt / together) === part ? stopAt : null}
          isShown={isShown(part)}
        />
      ))}
    </div>
  );
}

function rowOf(target: EventTarget): number | null {
  const at = target instanceof HTMLElement ? target.closest<HTMLElement>("[data-at]")?.dataset.at : undefined;
  return at === undefined ? null : Number(at);
}

interface PartProps extends Props {
  readonly part: number;
  readonly standings: readonly Standing[];
  /** The row that Tab comes to, where it is one of these. */
  readonly stopAt: number | null;
  readonly isShown: boolean;
}

/** Some rows, or as much room as they take. */
const Part = memo(function Part({ part, rows, standings, stopAt, isShown, isSelected, folded, ...actions }: PartProps) {
  const element = useRef<HTMLDivElement>(null);
  const height = useRef<number | null>(null);
  useLayoutEffect(() => {
    if (isShown) height.current = element.current?.offsetHeight ?? null;
  });
  const first = part * together;
  const own = rows.slice(first, first + together);
  const room = isShown ? undefined : { height: height.current ?? own.length * usualHeight };
  return (
    <div ref={element} role="none" data-part={part} style={room}>
      {isShown &&
        own.map((row, index) => (
          <Row
            key={row.id}
            {...actions}
            row={row}
            at={first + index}
            standing={standings[first + index] ?? alone}
            isFolded={row.kind === "step" && folded.has(row.key)}
            selected={isSelected(row)}
            isStop={stopAt === first + index}
          />
        ))}
    </div>
  );
});

const alone: Standing = { place: 1, of: 1 };

/** The parts that are in view or near it; null where all are to be there. */
function usePartsInView(tree: RefObject<HTMLDivElement | null>, isMuch: boolean): ReadonlySet<number> | null {
  const [inView, setInView] = useState<ReadonlySet<number>>(() => new Set([0, 1]));
  useEffect(() => {
    if (!isMuch || tree.current === null) return;
    const root = tree.current;
    const watch = new IntersectionObserver(
      (seen) =>
        setInView((before) => {
          const now = new Set(before);
          for (const { target, isIntersecting } of seen) {
            const part = Number((target as HTMLElement).dataset.part);
            if (isIntersecting) now.add(part);
            else now.delete(part);
          }
          return now;
        }),
      { root, rootMargin: "600px 0px" },
    );
    const watched = new Set<Element>();
    const watchAll = () => {
      for (const part of root.children) if (!watched.has(part)) watch.observe(part);
      for (const part of root.children) watched.add(part);
    };
    watchAll();
    const came = new MutationObserver(watchAll);
    came.observe(root, { childList: true });
    return () => {
      watch.disconnect();
      came.disconnect();
    };
  }, [tree, isMuch]);
  return isMuch ? inView : null;
}
