import "./ScheduleDialog.css";
import Button from "@cloudscape-design/components/button";
import FormField from "@cloudscape-design/components/form-field";
import Input from "@cloudscape-design/components/input";
import Modal from "@cloudscape-design/components/modal";
import Spinner from "@cloudscape-design/components/spinner";
import { useEffect, useMemo, useState } from "react";
import { useStore } from "zustand";
import type { Schedule } from "../../../contract/schedules";
import { targetLabel } from "../../../contract/target";
import { createSchedules, type Schedules, whyNotSchedule } from "../../../editor/runs/schedule/createSchedules";
import { ChooseInAccount } from "../../kit/account/ChooseInAccount";
import { ErrorBox } from "../../kit/ErrorBox";
import { DialogLine } from "../../kit/paragraphs";
import { useEditorState, useWorkspace } from "../../kit/useWorkspace";

/** The schedules of EventBridge Scheduler that start the pipeline at its target. */
export function ScheduleDialog({ onClose }: { readonly onClose: () => void }) {
  const { runs } = useWorkspace();
  const name = useEditorState((state) => state.document.name);
  const schedules = useMemo(() => createSchedules(runs.client, runs.tokens, runs.target(), name), [runs, name]);
  useEffect(() => void schedules.load(), [schedules]);
  const { state, schedules: listed, more, error, busy } = useStore(schedules.store);
  return (
    <Modal
      visible
      size="medium"
      header={`Schedules of ${name} in ${targetLabel(runs.target())}`}
      closeAriaLabel="Close"
      onDismiss={onClose}
    >
      {error !== null && <ErrorBox error={error} />}
      {state === "loading" && <Spinner />}
      {state === "loaded" && (
        <>
          {listed.length === 0 && <DialogLine>No schedule starts it.</DialogLine>}
          <ul className="sw-schedules" aria-label="Schedules">
            {listed.map((schedule) => (
              <Row
                key={`${schedule.group} ${schedule.name}`}
                schedule={schedule}
                busy={busy}
                onPause={() => void schedules.pause(schedule, schedule.enabled)}
              />
            ))}
          </ul>
          {more && <DialogLine>There are more than are shown here: the console of EventBridge lists all.</DialogLine>}
          <NewScheduleForm schedules={schedules} busy={busy} />
        </>
      )}
    </Modal>
  );
}

interface RowProps {
  readonly schedule: Schedule;
  readonly busy: boolean;
  readonly onPause: () => void;
}

function Row({ schedule: { name, expression, timezone, enabled, roleArn }, busy, onPause }: RowProps) {
  return (
    <li>
      <div>
        <strong>{name}</strong> <code>{expression}</code> {timezone ?? ""} ·{" "}
        {enabled ? "starts the pipeline" : "paused"}
        {roleArn !== null && <div className="sw-schedule-role">with {roleArn}</div>}
      </div>
      <Button disabled={busy} onClick={onPause} ariaLabel={`${enabled ? "Pause" : "Resume"} ${name}`}>
        {enabled ? "Pause" : "Resume"}
      </Button>
    </li>
  );
}

const empty = { name: "", expression: "", timezone: "", roleArn: "" };

function NewScheduleForm({ schedules, busy }: { readonly schedules: Schedules; readonly busy: boolean }) {
  const [typed, setTyped] = useState(empty);
  const why = whyNotSchedule(typed);
  const set = (change: Partial<typeof empty>) => setTyped({ ...typed, ...change });
  const create = async () => {
    if (await schedules.create(typed)) setTyped(empty);
  };
  return (
    <section aria-label="New schedule" className="sw-schedule-new">
      <h3>New schedule</h3>
      <FormField label="Name" stretch>
        <Input value={typed.name} placeholder="nightly" onChange={({ detail }) => set({ name: detail.value.trim() })} />
      </FormField>
      <FormField label="When" description="rate(1 day), cron(0 6 * * ? *) or at(2026-12-01T06:00:00)" stretch>
        <Input value={typed.expression} onChange={({ detail }) => set({ expression: detail.value })} />
      </FormField>
      <FormField label="Time zone" description="As Europe/Berlin; left empty, it is UTC." stretch>
        <Input value={typed.timezone} onChange={({ detail }) => set({ timezone: detail.value.trim() })} />
      </FormField>
      <FormField
        label="Role of the schedule"
        description="EventBridge Scheduler starts the pipeline with it: it trusts scheduler.amazonaws.com and is allowed sagemaker:StartPipelineExecution. It is named, never made, here."
        stretch
      >
        <Input value={typed.roleArn} onChange={({ detail }) => set({ roleArn: detail.value.trim() })} />
      </FormField>
      <ChooseInAccount kind="role" label="Role of the schedule" onPick={(roleArn) => set({ roleArn })} />
      {why !== null && typed !== empty && <DialogLine role="status">{why}</DialogLine>}
      <div>
        <Button variant="primary" loading={busy} disabled={why !== null} onClick={() => void create()}>
          Create the schedule
        </Button>
      </div>
    </section>
  );
}
