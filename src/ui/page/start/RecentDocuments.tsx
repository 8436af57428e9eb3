import "./RecentDocuments.css";
import Button from "@cloudscape-design/components/button";
import Input from "@cloudscape-design/components/input";
import { useEffect, useState } from "react";
import { parseFileDocumentId } from "../../../editor/files/fileId";
import type { Said } from "../../../editor/session/documents";
import { type DocumentSummary, storageProblem } from "../../../editor/session/storedDocuments";
import { whyNotPipelineName } from "../../../pipeline/definition/pipelineName";
import { printAddress } from "../../kit/address";
import { sourceKey, usePage } from "../../kit/pageContext";
import { SearchField } from "../../kit/SearchField";
import { useDraft } from "../../kit/useDraft";
import { useSelectedText } from "../../kit/useSelectedText";
import { howLongAgo } from "./howLongAgo";
import { RecentPicture } from "./RecentPicture";
import { StartHead } from "./StartHead";
import { StartRows } from "./StartRows";

interface Props {
  readonly onSay: (message: Said) => void;
}

/** From so many on they can be searched. */
const many = 8;

/** The documents of this browser, the last changed first: each to be found, opened, renamed, duplicated, deleted. */
export function RecentDocuments({ onSay }: Props) {
  const { library } = usePage();
  const [rows, setRows] = useState<readonly DocumentSummary[] | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [sought, setSought] = useState("");
  useEffect(() => {
    const show = (documents: readonly DocumentSummary[]) => {
      // The files of a folder are listed there.
      setRows(documents.filter(({ id }) => parseFileDocumentId(id) === null));
      setFailure(null);
    };
    return library.subscribe(show, ({ problem }) => setFailure(problem.message));
  }, [library]);
  const word = sought.trim().toLowerCase();
  const found = rows?.filter(({ name }) => name.toLowerCase().includes(word)) ?? [];
  return (
    <section aria-labelledby="recent-pipelines">
      <StartHead>
        <h2 id="recent-pipelines">Recent pipelines</h2>
        {rows !== null && rows.length >= many && (
          <SearchField label="Find a recent pipeline" look="heading" value={sought} onChange={setSought} />
        )}
      </StartHead>
      {failure !== null && (
        <p className="sw-start-none" role="alert">
          What is kept in this browser cannot be read: {failure}.
        </p>
      )}
      {rows !== null && rows.length === 0 && (
        <p className="sw-start-none">None yet. What you make is kept in this browser, without an account.</p>
      )}
      {rows !== null && rows.length > 0 && found.length === 0 && (
        <p className="sw-start-none">
          None has “{sought.trim()}” in its name. Empty the field to see all {rows.length}.
        </p>
      )}
      {found.length > 0 && (
        <StartRows>
          {found.map((row) => (
            <Row key={row.id} row={row} onSay={onSay} />
          ))}
        </StartRows>
      )}
    </section>
  );
}

function Row({ row, onSay }: { readonly row: DocumentSummary } & Props) {
  const { library } = usePage();
  const [renaming, setRenaming] = useState(false);
  const { id, name, steps } = row;
  const source = useSource(id);
  const ask = async (what: string, done: () => Promise<unknown>, message?: Said) => {
    try {
      await done();
      if (message !== undefined) onSay(message);
    } catch (error) {
      onSay({ kind: "error", actions: [], text: `${name} was not ${what}: ${storageProblem(error).message}.` });
    }
  };
  const restore = { label: "Undo", run: () => void ask("restored", () => library.restore(id)) };
  return (
    <li className="sw-start-row">
      <RecentPicture row={row} />
      {renaming ? (
        <NameField
          name={name}
          onName={(next) => void ask("renamed", () => library.rename(id, next))}
          onEnd={() => setRenaming(false)}
        />
      ) : (
        <span className="sw-start-name">
          <a href={printAddress({ page: "document", id })}>{name}</a>
          {source !== null && <span className="sw-start-source">{`from ${source}`}</span>}
        </span>
      )}
      <span className="sw-start-fact">{howManySteps(steps)}</span>
      <span className="sw-start-fact" title={new Date(row.changedAt).toLocaleString()}>
        {howLongAgo(row.changedAt, Date.now())}
      </span>
      <span className="sw-start-actions">
        <Button variant="icon" iconName="edit" ariaLabel={`Rename ${name}`} onClick={() => setRenaming(true)} />
        <Button
          variant="icon"
          iconName="copy"
          ariaLabel={`Duplicate ${name}`}
          onClick={() => void ask("duplicated", () => library.duplicate(id, crypto.randomUUID()))}
        />
        <Button
          variant="icon"
          iconName="remove"
          ariaLabel={`Delete ${name}`}
          onClick={() =>
            void ask("deleted", () => library.remove(id), {
              kind: "info",
              text: `Deleted ${name}.`,
              actions: [restore],
            })
          }
        />
      </span>
    </li>
  );
}

/** The name of the file that a document was read from. */
function useSource(id: string): string | null {
  const { library } = usePage();
  const [source, setSource] = useState<string | null>(null);
  useEffect(() => {
    let left = false;
    library.recall(sourceKey(id)).then(
      (file) => {
        if (!left) setSource(file);
      },
      // It is shown without.
      () => undefined,
    );
    return () => {
      left = true;
    };
  }, [library, id]);
  return source;
}

function howManySteps(steps: number | null): string {
  if (steps === null) return "saved by a newer Stepwire";
  return steps === 1 ? "1 step" : `${steps} steps`;
}

interface NameFieldProps {
  readonly name: string;
  readonly onName: (name: string) => void;
  readonly onEnd: () => void;
}

function NameField({ name, onName, onEnd }: NameFieldProps) {
  const box = useSelectedText();
  const { why, input } = useDraft(name, { whyNot: whyNotPipelineName, take: onName, end: onEnd });
  return (
    <span className="sw-start-name">
      <Input {...input} ref={box} ariaLabel={`New name of ${name}`} />
      {why !== null && (
        <span role="alert" className="sw-start-why">
          {why}
        </span>
      )}
    </span>
  );
}
