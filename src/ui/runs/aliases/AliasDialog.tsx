import "./AliasDialog.css";
import Button from "@cloudscape-design/components/button";
import Input from "@cloudscape-design/components/input";
import Modal from "@cloudscape-design/components/modal";
import Select from "@cloudscape-design/components/select";
import Spinner from "@cloudscape-design/components/spinner";
import { useEffect, useMemo, useState } from "react";
import { useStore } from "zustand";
import type { AliasList } from "../../../contract/aliases";
import { type Target, targetLabel } from "../../../contract/target";
import { type Aliases, createAliases, whyNotAlias } from "../../../editor/runs/aliases/createAliases";
import { ErrorBox } from "../../kit/ErrorBox";
import { DialogLine } from "../../kit/paragraphs";
import { useEditorState, useWorkspace } from "../../kit/useWorkspace";

interface AliasDialogProps {
  /** Left out: the document's. */
  readonly target?: Target | undefined;
  readonly onClose: () => void;
}

/** The aliases of the pipeline's versions at its target, and the version that each names. */
export function AliasDialog({ target, onClose }: AliasDialogProps) {
  const { runs } = useWorkspace();
  const where = target ?? runs.target();
  const name = useEditorState((state) => state.document.name);
  const aliases = useMemo(() => createAliases(runs.client, target ?? runs.target(), name), [runs, target, name]);
  useEffect(() => void aliases.load(), [aliases]);
  const { state, list, error, busy } = useStore(aliases.store);
  return (
    <Modal
      visible
      size="medium"
      header={`Aliases of ${name} in ${targetLabel(where)}`}
      closeAriaLabel="Close"
      onDismiss={onClose}
    >
      {error !== null && <ErrorBox error={error} />}
      {state === "loading" && <Spinner />}
      {list !== null && (
        <>
          <DialogLine>An alias names one version: who starts the pipeline by it runs that one.</DialogLine>
          <ul className="sw-aliases" aria-label="Aliases">
            {list.aliases.map(({ name: alias, version }) => (
              <li key={alias}>
                <strong>{alias}</strong>
                <VersionSelect
                  label={`Version of ${alias}`}
                  list={list}
                  version={version}
                  busy={busy}
                  onChoose={(to) => void aliases.move(alias, to)}
                />
                <Button disabled={busy} onClick={() => void aliases.move(alias, null)} ariaLabel={`Take ${alias} away`}>
                  Take away
                </Button>
              </li>
            ))}
          </ul>
          <NewAlias aliases={aliases} list={list} busy={busy} />
        </>
      )}
    </Modal>
  );
}

interface VersionProps {
  readonly label: string;
  readonly list: AliasList;
  readonly version: number | null;
  readonly busy: boolean;
  readonly onChoose: (version: number) => void;
}

function VersionSelect({ label, list, version, busy, onChoose }: VersionProps) {
  const options = list.versions.map(({ id, created }) => ({
    value: String(id),
    label: `Version ${id}`,
    ...(created === null ? {} : { description: new Date(created).toLocaleString("en") }),
  }));
  const chosen = version === null ? null : { value: String(version), label: `Version ${version}` };
  return (
    <Select
      ariaLabel={label}
      placeholder="Choose a version"
      disabled={busy}
      selectedOption={chosen}
      options={options}
      expandToViewport
      onChange={({ detail }) => onChoose(Number(detail.selectedOption.value))}
    />
  );
}

function NewAlias({
  aliases,
  list,
  busy,
}: {
  readonly aliases: Aliases;
  readonly list: AliasList;
  readonly busy: boolean;
}) {
  const [alias, setAlias] = useState("");
  const taken = list.aliases.some(({ name }) => name === alias);
  const why = alias === "" ? null : taken ? "It is there already: choose its version above." : whyNotAlias(alias);
  const give = async (to: number) => {
    if (await aliases.move(alias, to)) setAlias("");
  };
  return (
    <section aria-label="New alias" className="sw-alias-new">
      <Input
        value={alias}
        autoFocus
        ariaLabel="New alias"
        placeholder="A new alias, such as prod"
        onChange={({ detail }) => setAlias(detail.value.trim())}
      />
      <VersionSelect
        label="Version of the new alias"
        list={list}
        version={null}
        busy={busy || alias === "" || why !== null}
        onChoose={(to) => void give(to)}
      />
      {why !== null && <DialogLine role="status">{why}</DialogLine>}
    </section>
  );
}
