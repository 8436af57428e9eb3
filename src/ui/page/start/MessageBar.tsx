import "./MessageBar.css";
import type { Said } from "../../../editor/session/documents";
import { PlainButton } from "../../kit/PlainButton";
import { SeverityIcon } from "../../kit/SeverityIcon";

export function MessageBar({ message, onClose }: { readonly message: Said; readonly onClose: () => void }) {
  const { kind, text, actions } = message;
  return (
    <div className={`sw-start-message sw-start-message-${kind}`}>
      <SeverityIcon severity={kind} />
      <span className="sw-start-message-text" role={kind === "error" ? "alert" : "status"}>
        {text}
      </span>
      {actions.map((action) => (
        <PlainButton
          key={action.label}
          look="link"
          onClick={() => {
            action.run();
            onClose();
          }}
        >
          {action.label}
        </PlainButton>
      ))}
      <PlainButton look="icon" aria-label="Close this message" onClick={onClose}>
        ✕
      </PlainButton>
    </div>
  );
}
