import "./Presets.css";
import Button from "@cloudscape-design/components/button";
import Input from "@cloudscape-design/components/input";
import Select from "@cloudscape-design/components/select";
import { useState } from "react";
import { forgetPreset, keepPreset } from "../../../editor/commands/parameters/presets";
import { entries } from "../../../pipeline/definition/value";
import { useRun } from "../../kit/useCommands";
import { useEditorObject } from "../../kit/useWorkspace";

interface Props {
  /** The values as they are typed now, by parameter. */
  readonly texts: ReadonlyMap<string, string>;
  readonly onTake: (values: ReadonlyMap<string, string>) => void;
}

/** Values of parameters that a person keeps by name: taken into the form, or kept from it. They lie with the document. */
export function Presets({ texts, onTake }: Props) {
  const run = useRun();
  const presets = useEditorObject(({ document }) => document.presets);
  const readOnly = useEditorObject((state) => state.readOnly);
  const [chosen, setChosen] = useState<string | null>(null);
  const [name, setName] = useState("");
  const options = [...presets.keys()].map((value) => ({ value, label: value }));
  const take = (preset: string) => {
    setChosen(preset);
    const texts = entries(presets.get(preset)).flatMap(([key, value]) =>
      typeof value === "string" ? [[key, value] as const] : [],
    );
    onTake(new Map(texts));
  };
  const keep = () => {
    const called = name.trim();
    if (called === "") return;
    run(keepPreset, { name: called, values: texts });
    setChosen(called);
    setName("");
  };
  return (
    <fieldset className="sw-presets">
      <legend>Presets</legend>
      {options.length > 0 && (
        <div className="sw-presets-row">
          <Select
            ariaLabel="Preset"
            placeholder="Take the values of a preset"
            selectedOption={options.find(({ value }) => value === chosen) ?? null}
            options={options}
            onChange={({ detail }) => take(detail.selectedOption.value ?? "")}
          />
          <Button
            formAction="none"
            disabled={chosen === null || readOnly || !presets.has(chosen)}
            onClick={() => chosen !== null && run(forgetPreset, { name: chosen })}
          >
            Forget it
          </Button>
        </div>
      )}
      <div className="sw-presets-row">
        <Input
          value={name}
          ariaLabel="Name of a preset"
          placeholder="Keep these values as …"
          disabled={readOnly}
          onChange={({ detail }) => setName(detail.value)}
          onKeyDown={(event) => {
            if (event.detail.key !== "Enter") return;
            // The form would start an execution.
            event.preventDefault();
            keep();
          }}
        />
        <Button formAction="none" disabled={name.trim() === "" || readOnly} onClick={keep}>
          Keep
        </Button>
      </div>
    </fieldset>
  );
}
