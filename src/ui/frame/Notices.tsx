import "./Notices.css";
import { useEffect, useState } from "react";
import type { Notice } from "../../editor/session/editorState";
import { PlainButton } from "../kit/PlainButton";
import { useEditor, useEditorState } from "../kit/useWorkspace";

/** What is well goes by itself; what went wrong stays until it is read and closed. */
const lifetime: Readonly<Record<Notice["kind"], number | null>> = {
  success: 6000,
  info: 10_000,
  warning: 15_000,
  error: null,
};

export function Notices() {
  const notices = useEditorState((state) => state.notices);
  if (notices.length === 0) return null;
  return (
    <ul className="sw-notices" aria-label="Notices">
      {notices.map((notice) => (
        <NoticeRow key={notice.id} notice={notice} />
      ))}
    </ul>
  );
}

function NoticeRow({ notice }: { readonly notice: Notice }) {
  const editor = useEditor();
  const [held, setHeld] = useState(false);
  const { id, kind, text, action } = notice;
  useEffect(() => {
    const wait = lifetime[kind];
    // Someone who reads it, or is about to press its button, is not hurried.
    if (wait === null || held) return;
    const timer = setTimeout(() => editor.dismissNotice(id), wait);
    return () => clearTimeout(timer);
  }, [editor, id, kind, held]);
  return (
    <li
      className={`sw-notice sw-notice-${kind}`}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <span className="sw-notice-text" role={kind === "error" ? "alert" : "status"}>
        {text}
      </span>
      {action !== undefined && (
        <PlainButton
          look="link"
          // "Undo" alone is the top bar's name.
          aria-label={`${action.label}: ${text}`}
          onClick={() => {
            action.run();
            editor.dismissNotice(id);
          }}
        >
          {action.label}
        </PlainButton>
      )}
      <PlainButton look="icon" aria-label="Close this notice" onClick={() => editor.dismissNotice(id)}>
        ✕
      </PlainButton>
    </li>
  );
}
