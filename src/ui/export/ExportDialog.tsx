import "./ExportDialog.css";
import Box from "@cloudscape-design/components/box";
import Modal from "@cloudscape-design/components/modal";
import { useMemo, useState } from "react";
import { exportForms, jsonForm } from "../../export";
import { type Choices, usualChoices } from "../../export/form";
import { useEditorState } from "../kit/useWorkspace";
import { ExportActions } from "./ExportActions";
import { ExportOptions } from "./ExportOptions";
import { ExportPreview } from "./ExportPreview";
import { FormList } from "./FormList";
import { Losses } from "./Losses";
import { useWritten } from "./useWritten";

interface Props {
  /** The form that is shown first. */
  readonly form: string;
  readonly onClose: () => void;
}

/** The definition in each form: what it loses and how it reads, before it is copied or downloaded. */
export function ExportDialog({ form: first, onClose }: Props) {
  const name = useEditorState(({ document }) => document.name);
  const [id, setId] = useState(first);
  const [chosen, setChosen] = useState<Readonly<Record<string, Choices>>>({});
  const form = exportForms.find((one) => one.id === id) ?? jsonForm;
  const choices = useMemo(() => chosen[form.id] ?? usualChoices(form), [chosen, form]);
  const result = useWritten(form, choices);
  return (
    <Modal
      visible
      size="max"
      header={`Export ${name}`}
      closeAriaLabel="Close"
      onDismiss={onClose}
      footer={<ExportActions form={form} extension={choices.extension} written={result?.written ?? null} />}
    >
      <div className="sw-export">
        <FormList chosen={form} onChoose={({ id }) => setId(id)} />
        <section className="sw-export-form" aria-label={form.label}>
          <p className="sw-export-about">{form.about}</p>
          <ExportOptions
            form={form}
            choices={choices}
            onChange={(next) => setChosen((before) => ({ ...before, [form.id]: next }))}
          />
          {result === null ? (
            <Box color="text-status-inactive">Writing …</Box>
          ) : (
            <>
              <Losses losses={result.losses} />
              <ExportPreview form={form} written={result.written} />
            </>
          )}
        </section>
      </div>
    </Modal>
  );
}
