export interface Message {
  readonly text: string;
  readonly action?: { readonly label: string; readonly run: () => void };
}

export function MessageBar({ message, onClose }: { readonly message: Message; readonly onClose: () => void }) {
  const { text, action } = message;
  return (
    <div className="sw-start-message">
      <span role="status">{text}</span>
      {action !== undefined && (
        <button
          type="button"
          className="sw-text-link"
          onClick={() => {
            action.run();
            onClose();
          }}
        >
          {action.label}
        </button>
      )}
      <button type="button" className="sw-plain-button" aria-label="Close this message" onClick={onClose}>
        ✕
      </button>
    </div>
  );
}
