import "./ExecutionStatus.css";

const looks: Readonly<Record<string, { readonly look: string; readonly sign: string }>> = {
  Starting: { look: "busy", sign: "…" },
  Executing: { look: "busy", sign: "▸" },
  Stopping: { look: "warning", sign: "▪" },
  Stopped: { look: "quiet", sign: "■" },
  Failed: { look: "error", sign: "✕" },
  Succeeded: { look: "success", sign: "✓" },
  CompletedWithFailures: { look: "warning", sign: "!" },
  Waiting: { look: "quiet", sign: "○" },
  NotRun: { look: "quiet", sign: "–" },
};

/** A status as AWS names it, with a sign and a colour. */
export function ExecutionStatus({ status }: { readonly status: string }) {
  const { look, sign } = looks[status] ?? { look: "quiet", sign: "?" };
  return (
    <span className={`sw-status sw-status-${look}`}>
      <span aria-hidden="true">{sign}</span>
      {status === "NotRun" ? "Not run" : status}
    </span>
  );
}
