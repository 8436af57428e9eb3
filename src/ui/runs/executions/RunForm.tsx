import "./RunForm.css";
import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import FormField from "@cloudscape-design/components/form-field";
import Input from "@cloudscape-design/components/input";
import Modal from "@cloudscape-design/components/modal";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { lazy, Suspense, useCallback, useRef, useState } from "react";
import type { AppError } from "../../../contract/appError";
import type { ParameterValue } from "../../../contract/executions";
import { toDisplayError } from "../../../contract/toDisplayError";
import { undeployedParameters } from "../../../editor/runs/deploy/deployedState";
import {
  parameterRows,
  startingTexts,
  valuesToSend,
  whyNotDisplayName,
  whyNotValue,
} from "../../../editor/runs/executions/parameterForm";
import type { SelectedRun } from "../../../editor/session/dialogs";
import { loadPart } from "../../../editor/session/loadPart";
import { afterPaint } from "../../kit/afterPaint";
import { ErrorBox } from "../../kit/ErrorBox";
import { DialogLine } from "../../kit/paragraphs";
import { useWorkspace } from "../../kit/useWorkspace";
import { Unanswered } from "../deploy/Unanswered";
import { DeployedNote } from "./DeployedNote";
import { ParameterField } from "./ParameterField";
import { Presets } from "./Presets";
import { useDeployedState } from "./useDeployedState";

const SelectedSteps = lazy(() => loadPart(() => import("./SelectedSteps")));

export interface RunFormProps {
  readonly header: string;
  /** Values to begin with, of an earlier execution. */
  readonly values?: readonly ParameterValue[];
  /** The steps that are to run without the others; left out: all run. */
  readonly only?: readonly string[] | undefined;
  readonly onClose: () => void;
}

/** The values, typed as the parameters are; what is deployed beside what is here; and Start. */
export function RunForm({ header, values, only, onClose }: RunFormProps) {
  const { editor, runs, dialogs } = useWorkspace();
  const [document] = useState(() => editor.store.getState().document);
  const [rows] = useState(() => parameterRows(document.definition));
  const [texts, setTexts] = useState(() => startingTexts(rows, values));
  const [displayName, setDisplayName] = useState("");
  /** Undefined while it is looked at; null where something speaks against it, which stands beside it. */
  const [selected, setSelected] = useState<SelectedRun | null | undefined>(undefined);
  const [asked, setAsked] = useState(false);
  const [starting, setStarting] = useState(false);
  const [failed, setFailed] = useState<AppError | null>(null);
  const form = useRef<HTMLFormElement>(null);
  const enter = useCallback((element: HTMLFormElement | null) => {
    form.current = element;
    // The first value, not the dialog's close button, which the dialog chooses when it is drawn: one types, or presses Enter.
    void afterPaint().then(() => {
      if (element?.contains(window.document.activeElement) === false)
        element.querySelector<HTMLElement>("input, button")?.focus();
    });
  }, []);
  const target = runs.target();
  const deployed = useDeployedState(document, target);

  const refusals = new Map(rows.map((row) => [row.name, whyNotValue(row, texts.get(row.name) ?? "")]));
  const nameRefusal = whyNotDisplayName(displayName);
  const fine =
    nameRefusal === null &&
    (only === undefined || selected != null) &&
    [...refusals.values()].every((refusal) => refusal === null);

  const chosen = selected == null ? {} : { only: selected };
  const startNow = async () => {
    setAsked(true);
    if (!fine) return;
    setStarting(true);
    const undeclared = undeployedParameters(deployed);
    const parameters = valuesToSend(rows, texts).filter(({ name }) => !undeclared.has(name));
    const error = await runs.start(target, document.name, { parameters, displayName, ...chosen });
    if (form.current === null && error !== null) {
      // Closed meanwhile: the start went on.
      const { title, detail, next } = toDisplayError(error);
      editor.notice("warning", `Starting ${document.name}: ${title}. ${detail} ${next}`);
    }
    setStarting(false);
    setFailed(error);
    if (error === null) onClose();
  };
  const deployFirst = () => {
    setAsked(true);
    if (!fine) return;
    dialogs.open({
      kind: "deploy",
      thenStart: { parameters: valuesToSend(rows, texts), displayName, ...chosen },
    });
  };

  const isLooking = deployed === null || (only !== undefined && selected === undefined);
  const deploys = deployed?.is === "absent" || deployed?.is === "different";
  const submit = deploys ? deployFirst : () => void startNow();
  return (
    <Modal
      visible
      size="medium"
      header={header}
      closeAriaLabel="Close"
      onDismiss={onClose}
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button variant="link" onClick={onClose}>
              {starting ? "Close" : "Cancel"}
            </Button>
            {deployed?.is === "different" && (
              <Button loading={starting || isLooking} disabled={selected === null} onClick={() => void startNow()}>
                Start what is deployed
              </Button>
            )}
            {deploys ? (
              <Button variant="primary" loading={isLooking} disabled={selected === null} onClick={submit}>
                Deploy and run
              </Button>
            ) : (
              <Button
                variant="primary"
                loading={starting || isLooking}
                loadingText="Starting"
                disabled={selected === null}
                onClick={submit}
              >
                Start
              </Button>
            )}
          </SpaceBetween>
        </Box>
      }
    >
      <form
        ref={enter}
        className="sw-run-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (deployed !== null) submit();
        }}
      >
        {failed !== null && !starting && <ErrorBox error={failed} />}
        {(starting || deployed === null) && <Unanswered key={String(starting)} target={target} />}
        <DeployedNote deployed={deployed} />
        {only !== undefined && (
          <Suspense fallback={<DialogLine>Looking at the steps…</DialogLine>}>
            <SelectedSteps document={document} first={only} target={target} onChange={setSelected} />
          </Suspense>
        )}
        {rows.length === 0 && <DialogLine>This pipeline has no parameters.</DialogLine>}
        {rows.map((row) => (
          <ParameterField
            key={row.name}
            row={row}
            text={texts.get(row.name) ?? ""}
            // A field that nobody filled in yet is not scolded before Start is pressed.
            refusal={
              asked || (texts.get(row.name) ?? "") !== "" || !row.mandatory ? (refusals.get(row.name) ?? null) : null
            }
            onChange={(text) => setTexts(new Map(texts).set(row.name, text))}
          />
        ))}
        <FormField
          label={
            <span>
              Display name <i>- optional</i>
            </span>
          }
          errorText={nameRefusal ?? undefined}
          stretch
        >
          <Input
            value={displayName}
            placeholder="nightly-check"
            onChange={({ detail }) => setDisplayName(detail.value)}
          />
        </FormField>
        {rows.length > 0 && (
          <Presets
            texts={texts}
            onTake={(values) =>
              setTexts(
                startingTexts(
                  rows,
                  [...values].map(([name, value]) => ({ name, value })),
                ),
              )
            }
          />
        )}
        <button type="submit" hidden tabIndex={-1} aria-hidden="true" />
      </form>
    </Modal>
  );
}
