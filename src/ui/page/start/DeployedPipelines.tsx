import "./DeployedPipelines.css";
import Button from "@cloudscape-design/components/button";
import Select from "@cloudscape-design/components/select";
import { useEffect, useState } from "react";
import type { AppError } from "../../../contract/appError";
import type { PipelineSummary } from "../../../contract/pipelines";
import {
  localTarget,
  parseTargetKey,
  type Target,
  type Targets,
  targetKey,
  targetLabel,
  targetsOf,
} from "../../../contract/target";
import { openDeployed } from "../../../editor/runs/versions/openDeployed";
import type { Said } from "../../../editor/session/documents";
import { ErrorBox } from "../../kit/ErrorBox";
import { useIsConnected, usePage } from "../../kit/pageContext";
import { SearchField } from "../../kit/SearchField";
import { targetOption } from "../../kit/targetOption";
import { useTargets } from "../../kit/useTargets";
import { howLongAgo } from "./howLongAgo";
import { StartHead } from "./StartHead";
import { StartRows } from "./StartRows";

interface Props {
  readonly onSay: (message: Said) => void;
}

/** What is deployed to the local region, or to an AWS profile and region that is chosen here: found, and opened as a document. */
export default function DeployedPipelines({ onSay }: Props) {
  const connected = useIsConnected();
  const targets = useTargets();
  const [key, setKey] = useState(targetKey(localTarget));
  const target = parseTargetKey(key) ?? localTarget;
  const listed = useDeployed(target, connected);
  const [sought, setSought] = useState("");
  const choices = choicesOf(targets);
  const pipelines = listed !== null && "pipelines" in listed ? listed.pipelines : [];
  // Nobody who has never deployed is told of it.
  if (!connected || (choices.length === 1 && pipelines.length === 0)) return null;
  const word = sought.trim().toLowerCase();
  const found = pipelines.filter(({ name, displayName }) =>
    `${name} ${displayName ?? ""}`.toLowerCase().includes(word),
  );
  return (
    <section aria-labelledby="deployed-pipelines">
      <StartHead>
        <h2 id="deployed-pipelines">Deployed pipelines</h2>
        {choices.length > 1 && (
          <Select
            selectedOption={choices.find(({ value }) => value === key) ?? null}
            options={choices}
            filteringType={choices.length > 12 ? "auto" : "none"}
            ariaLabel="Target"
            onChange={({ detail }) => setKey(detail.selectedOption.value ?? key)}
          />
        )}
        {pipelines.length > 3 && (
          <SearchField label="Find a deployed pipeline" look="heading" value={sought} onChange={setSought} />
        )}
      </StartHead>
      {listed === null && <p className="sw-deployed-none">Asking {targetLabel(target)} …</p>}
      {listed !== null && "kind" in listed && <ErrorBox error={listed} />}
      {listed !== null && "pipelines" in listed && found.length === 0 && (
        <p className="sw-deployed-none">
          {pipelines.length === 0 ? `Nothing is deployed to ${targetLabel(target)}.` : "None is called so."}
        </p>
      )}
      {found.length > 0 && (
        <StartRows>
          {found.map((pipeline) => (
            <Row key={pipeline.arn} pipeline={pipeline} target={target} onSay={onSay} />
          ))}
        </StartRows>
      )}
    </section>
  );
}

function Row({ pipeline, target, onSay }: { readonly pipeline: PipelineSummary; readonly target: Target } & Props) {
  const { documents, connection } = usePage();
  const { name, displayName, description, lastModified } = pipeline;
  const open = async () => {
    const refusal = await openDeployed(connection.client, documents, target, name);
    if (refusal !== null) onSay({ kind: "error", actions: [], text: refusal });
  };
  return (
    <li className="sw-deployed-row">
      <span className="sw-deployed-name">
        {name}
        <span className="sw-deployed-about">
          {[displayName === name ? null : displayName, description].filter(Boolean).join(" · ")}
        </span>
      </span>
      <span className="sw-deployed-about">
        {lastModified === null ? "" : `deployed ${howLongAgo(Date.parse(lastModified), Date.now())}`}
      </span>
      <Button ariaLabel={`Open ${name}`} onClick={() => void open()}>
        Open
      </Button>
    </li>
  );
}

type Listed = { readonly pipelines: readonly PipelineSummary[] } | AppError;

/** Null while it is asked. */
function useDeployed(target: Target, connected: boolean): Listed | null {
  const { client } = usePage().connection;
  const key = targetKey(target);
  const [listed, setListed] = useState<{ readonly key: string; readonly of: Listed } | null>(null);
  useEffect(() => {
    const asked = parseTargetKey(key);
    if (!connected || asked === null) return;
    const gone = new AbortController();
    void client.listPipelines({ target: asked }, { signal: gone.signal }).then((result) => {
      if (!gone.signal.aborted) setListed({ key, of: result.ok ? result.value : result.error });
    });
    return () => gone.abort();
  }, [client, connected, key]);
  return listed?.key === key ? listed.of : null;
}

function choicesOf(targets: Targets | null) {
  const { profiles = [], regions = [] } = targets ?? {};
  return [localTarget, ...profiles.flatMap((profile) => targetsOf(profile, regions))].map(targetOption);
}
