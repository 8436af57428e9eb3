import { type ReactNode, useCallback, useMemo, useState } from "react";
import { stepTypeOf } from "../../pipeline/steps";
import { useEditorState } from "../kit/useEditor";
import { ConfigureTab } from "./ConfigureTab";
import { Field } from "./Field";
import { FieldComponentContext } from "./FieldSlot";
import { noPlaces, type Places } from "./fields/arrange";
import { InspectorTabs } from "./InspectorTabs";
import { entryOf, fieldSourceOf, type InspectedStep, InspectedStepContext } from "./inspectedStep";
import { JsonTab } from "./JsonTab";
import { OutputsTab } from "./OutputsTab";
import { RetriesTab } from "./RetriesTab";
import { StepHead } from "./StepHead";
import type { TabId } from "./tabId";
import { useDocumentation } from "./useDocumentation";
import { useReveal } from "./useReveal";

/** One step: what it is given, what it offers, how it is retried, its JSON. */
export function StepInspector({ stepKey }: { readonly stepKey: string }) {
  const type = useEditorState((state) => entryOf(state, stepKey)?.type ?? "");
  const model = useEditorState((state) => state.models.get(type) ?? null);
  const documentation = useDocumentation(type);
  const [tab, setTab] = useState<TabId>("configure");
  const [places, setPlaces] = useState<Places>(noPlaces);
  const keepPlace = useCallback((printed: string, place: "shown" | "rest") => {
    setPlaces((before) => (before.has(printed) ? before : new Map(before).set(printed, place)));
  }, []);
  const forgetPlaces = useCallback(() => setPlaces(noPlaces), []);
  const source = fieldSourceOf(stepTypeOf(type), model);
  const inspected = useMemo(
    (): InspectedStep => ({ stepKey, source, documentation, keepPlace, forgetPlaces }),
    [stepKey, source, documentation, keepPlace, forgetPlaces],
  );
  useReveal(stepKey, setTab, keepPlace);
  const tabs: readonly { id: TabId; label: string; content: ReactNode }[] = [
    { id: "configure", label: "Configure", content: <ConfigureTab places={places} /> },
    { id: "outputs", label: "Outputs", content: <OutputsTab /> },
    { id: "retries", label: "Retries & caching", content: <RetriesTab /> },
    { id: "json", label: "JSON", content: <JsonTab /> },
  ];
  return (
    <FieldComponentContext value={Field}>
      <InspectedStepContext value={inspected}>
        <StepHead />
        <InspectorTabs label={`Parts of ${stepKey}`} tabs={tabs} active={tab} onChange={setTab} />
      </InspectedStepContext>
    </FieldComponentContext>
  );
}
