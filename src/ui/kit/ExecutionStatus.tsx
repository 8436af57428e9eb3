import { lookup } from "../../pipeline/definition/byName";
import "./ExecutionStatus.css";
import type { ComponentProps } from "react";
import { simulatedWords } from "./simulatedWords";
import { Toned } from "./Toned";

const looks: Readonly<Record<string, { readonly tone: ComponentProps<typeof Toned>["tone"]; readonly sign: string }>> =
  {
    Starting: { tone: "info", sign: "…" },
    Executing: { tone: "info", sign: "▸" },
    Stopping: { tone: "warning", sign: "▪" },
    Stopped: { tone: "quiet", sign: "■" },
    Failed: { tone: "error", sign: "✕" },
    Succeeded: { tone: "success", sign: "✓" },
    CompletedWithFailures: { tone: "warning", sign: "!" },
    Waiting: { tone: "quiet", sign: "○" },
    NotRun: { tone: "quiet", sign: "–" },
  };

interface Props {
  readonly status: string;
  /** What a simulation says: in words of its own, dashed. */
  readonly simulated?: boolean;
}

/** A status as AWS names it, with a sign and a colour. */
export function ExecutionStatus({ status, simulated = false }: Props) {
  const { tone, sign } = lookup(looks, status) ?? { tone: "quiet", sign: "?" };
  return (
    <Toned tone={tone} className={`sw-status ${simulated ? "is-simulated" : ""}`}>
      <span aria-hidden="true">{sign}</span>
      {simulated ? simulatedWords(status) : status}
    </Toned>
  );
}
