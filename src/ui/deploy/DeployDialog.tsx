export interface DeployDialogProps {
  readonly onClose: () => void;
}

export function DeployDialog({ onClose }: DeployDialogProps) {
  return (
    <dialog open aria-label="Deploy">
      <button type="button" onClick={onClose}>
        Close
      </button>
    </dialog>
  );
}
