export interface RunDialogProps {
  readonly onClose: () => void;
}

export function RunDialog({ onClose }: RunDialogProps) {
  return (
    <dialog open aria-label="Run">
      <button type="button" onClick={onClose}>
        Close
      </button>
    </dialog>
  );
}
