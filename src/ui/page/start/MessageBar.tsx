import "./MessageBar.css";
import { PlainButton } from "../../kit/PlainButton";
export interface Message {
  readonly text: string;
  readonly actions?: readonly { readonly label: string; readonly run: () => void }[];
}

export function MessageBar({ message, onClose }: { readonly message: Message; readonly onClose: () => void }) {
  const { text, actions = [] } = message;
  return (
    <div className="sw-start-message">
      <span role="status">{text}</span>
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
