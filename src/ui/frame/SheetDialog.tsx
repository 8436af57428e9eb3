import "./SheetDialog.css";
import { type ReactNode, useLayoutEffect, useRef } from "react";

interface Props {
  readonly label: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A sheet over the page; Escape and a press outside close it. However it goes, the focus is again where it was. */
export function SheetDialog({ label, onClose, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const sheet = dialog.current;
    sheet?.showModal();
    return () => sheet?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      className="sw-commands"
      aria-label={label}
      // The word that it is closed comes later: where what was chosen in it has opened another sheet, that one stays.
      onClose={() => {
        if (dialog.current !== null) onClose();
      }}
      onMouseDown={(event) => {
        if (event.target === dialog.current) onClose();
      }}
    >
      {children}
    </dialog>
  );
}
