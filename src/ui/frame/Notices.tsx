import "./Notices.css";
import { useEffect, useState } from "react";
import type { Notice } from "../../editor/session/editorState";
import { PlainButton } from "../kit/PlainButton";
import { useEditor, useEditorState } from "../kit/useWorkspace";

/** So long a notice stays; what went wrong stays until it is closed. */
const lifetime = 8000;

/** The last notice alone; the errors before it stand in a list behind their number. */
export function Notices() {
  const notices = useEditorState((state) => state.notices);
  // With its last notice the list goes: the next one begins closed.
  return notices.length === 0 ? null : <NoticeList notices={notices} />;
}

function NoticeList({ notices }: { readonly notices: readonly Notice[] }) {
  const [open, setOpen] = useState(false);
  const earlier = notices.length - 1;
  return (
    <div className="sw-notices">
      <ul aria-label="Notices">
        {(open ? notices : notices.slice(-1)).map((notice) => (
          <NoticeRow key={notice.id} notice={notice} />
        ))}
      </ul>
      {earlier > 0 && (
        <PlainButton look="text" aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? "The last one alone" : `${earlier} ${earlier === 1 ? "error" : "errors"} before it`}
        </PlainButton>
      )}
    </div>
  );
}

function NoticeRow({ notice }: { readonly notice: Notice }) {
  const editor = useEditor();
  const [held, setHeld] = useState(false);
  const { id, kind, text, action } = notice;
  useEffect(() => {
    // Someone who reads it, or is about to press its button, is not hurried.
    if (kind === "error" || held) return;
    const timer = setTimeout(() => editor.dismissNotice(id), lifetime);
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
