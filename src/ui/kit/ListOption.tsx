import { type ReactNode, useEffect, useRef } from "react";

interface Props {
  /** The box that has the keys names it. */
  readonly id: string;
  readonly className: string;
  /** Enter takes it. */
  readonly active: boolean;
  readonly refused?: boolean;
  readonly title?: string | undefined;
  readonly onPick: () => void;
  /** The pointer moves over it. */
  readonly onPoint?: () => void;
  readonly children: ReactNode;
}

/** An option of a list whose keys are those of a text box, which keeps the focus. The active one is kept in view. */
export function ListOption({ id, className, active, refused = false, title, onPick, onPoint, children }: Props) {
  const row = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (active) row.current?.scrollIntoView?.({ block: "nearest" });
  }, [active]);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the text box's
    <div
      ref={row}
      id={id}
      role="option"
      tabIndex={-1}
      className={className}
      aria-selected={active}
      aria-disabled={refused || undefined}
      title={title}
      onPointerDown={(event) => event.preventDefault()}
      onMouseDown={(event) => event.preventDefault()}
      onPointerMove={onPoint}
      onClick={onPick}
    >
      {children}
    </div>
  );
}
