import { type ReactNode, useCallback, useMemo, useState } from "react";
import { noPlaces, type Places } from "../../../editor/form/arrange";
import { stepTypeOf } from "../../../pipeline/steps";
import { ConfigureTab } from "../../form/ConfigureTab";
import { Field } from "../../form/Field";
import { FieldComponentContext } from "../../form/FieldSlot";
import { RetriesTab } from "../../form/RetriesTab";
import { useDocumentation } from "../../form/useDocumentation";
import { entryOf, fieldSourceOf, type InspectedStep, InspectedStepContext } from "../../kit/inspectedStep";
import { useEditorState } from "../../kit/useWorkspace";
import { OutputsTab } from "../../outputs/OutputsTab";
import { InspectorTabs } from "./InspectorTabs";
import { JsonTab } from "./JsonTab";
import { StepHead } from "./StepHead";
import type { TabId } from "./tabId";
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
