import { type ReactNode, useCallback, useId, useLayoutEffect, useMemo, useState } from "react";
import { type KeptGroups, noKeptGroups } from "../../../editor/form/arrange";
import { stepTypeOf } from "../../../pipeline/steps";
import { ConfigureTab } from "../../form/ConfigureTab";
import { Field } from "../../form/Field";
import { FieldAbout } from "../../form/FieldAbout";
import { FieldComponentContext } from "../../form/FieldSlot";
import { PropertyFiles } from "../../form/PropertyFiles";
import { RetriesTab } from "../../form/RetriesTab";
import { useDocumentation } from "../../form/useDocumentation";
import { entryOf, fieldSourceOf, type InspectedStep, InspectedStepContext } from "../../kit/inspectedStep";
import { Tabs, tabId, tabPanelId } from "../../kit/Tabs";
import { useEditorState } from "../../kit/useWorkspace";
import { OutputsTab } from "../../outputs/OutputsTab";
import { JsonTab } from "./JsonTab";
import { StepHead } from "./StepHead";
import type { TabId } from "./tabId";
import { useReveal } from "./useReveal";

/** One step: what it is given, what it offers, how it is retried, its JSON. */
export function StepInspector({ stepKey }: { readonly stepKey: string }) {
  const type = useEditorState((state) => entryOf(state, stepKey)?.type ?? "");
  const model = useEditorState((state) => state.models.get(type) ?? null);
  const documentation = useDocumentation(type);
  const id = useId();
  const [tab, setTab] = useState<TabId>("configure");
  const [keptGroups, setKeptGroups] = useState<KeptGroups>(noKeptGroups);
  const keepGroup = useCallback((printed: string, group: "shown" | "rest") => {
    setKeptGroups((before) => (before.has(printed) ? before : new Map(before).set(printed, group)));
  }, []);
  const forgetGroups = useCallback(() => setKeptGroups(noKeptGroups), []);
  const source = fieldSourceOf(stepTypeOf(type), model);
  const inspected = useMemo(
    (): InspectedStep => ({ stepKey, source, documentation, keepGroup, forgetGroups }),
    [stepKey, source, documentation, keepGroup, forgetGroups],
  );
  useReveal(stepKey, setTab, keepGroup);
  // Another step begins at its beginning.
  useLayoutEffect(() => {
    document.getElementById(tabPanelId(id))?.closest(".sw-inspector")?.scrollTo?.({ top: 0 });
  }, [id]);
  const tabs: readonly { id: TabId; label: string; content: ReactNode }[] = [
    {
      id: "configure",
      label: "Configure",
      content: (
        <FieldAbout>
          <ConfigureTab keptGroups={keptGroups} />
        </FieldAbout>
      ),
    },
    {
      id: "outputs",
      label: "Outputs",
      content: (
        <>
          <PropertyFiles />
          <OutputsTab />
        </>
      ),
    },
    {
      id: "retries",
      label: "Retries & caching",
      content: (
        <FieldAbout>
          <RetriesTab />
        </FieldAbout>
      ),
    },
    { id: "json", label: "JSON", content: <JsonTab /> },
  ];
  return (
    <FieldComponentContext value={Field}>
      <InspectedStepContext value={inspected}>
        <StepHead />
        <Tabs
          id={id}
          label={`Parts of ${stepKey}`}
          look="right"
          tabs={tabs}
          active={tab}
          onChoose={setTab}
          onReach={setTab}
        />
        <div role="tabpanel" id={tabPanelId(id)} aria-labelledby={tabId(id, tab)}>
          {tabs.find((one) => one.id === tab)?.content}
        </div>
      </InspectedStepContext>
    </FieldComponentContext>
  );
}
