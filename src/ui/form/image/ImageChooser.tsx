import "./ImageChooser.css";
import Button from "@cloudscape-design/components/button";
import Select from "@cloudscape-design/components/select";
import { useState } from "react";
import type { FieldItem } from "../../../editor/form/item";
import type { Value } from "../../../pipeline/definition/value";
import type { Aspect, AspectChoice } from "../../../pipeline/images";
import { useInspectedStep } from "../../kit/inspectedStep";
import { Note } from "../../kit/paragraphs";
import { useFieldVisit } from "../../kit/useVisit";
import { useEditor } from "../../kit/useWorkspace";
import { PickerBox } from "../../text/references/PickerBox";
import { likedPicks } from "./likedPicks";
import type { LoadedImages } from "./useImages";

const labels: Readonly<Record<Aspect, string>> = {
  framework: "Framework or algorithm",
  use: "Used for",
  version: "Version",
  base: "With",
  device: "Runs on",
  python: "Python",
  region: "Region",
};

interface Props {
  readonly item: FieldItem;
  readonly value: Value | undefined;
  readonly images: LoadedImages;
  readonly onClose: () => void;
}

/** Framework, version, region and whatever else there is to choose come to the URI of one of AWS's images. */
export function ImageChooser({ item, value, images, onClose }: Props) {
  const visit = useFieldVisit(item);
  const editor = useEditor();
  const { stepKey } = useInspectedStep();
  const [picks, setPicks] = useState(() =>
    likedPicks(images, item.name, value, editor.store.getState().document.definition, stepKey),
  );
  const { choices, uri } = images.chooseImage(images.table, picks);
  const region = choices.find(({ aspect }) => aspect === "region");
  const use = () => {
    if (uri === null) return;
    visit.set(uri);
    visit.commit();
    onClose();
  };
  return (
    <PickerBox role="group" aria-label={`An image of AWS for ${item.label}`}>
      <div className="sw-image-aspects">
        {choices.map((choice) => (
          <AspectSelect
            key={choice.aspect}
            choice={choice}
            onPick={(picked) => setPicks({ ...picks, [choice.aspect]: picked })}
          />
        ))}
      </div>
      {uri !== null && <p className="sw-image-uri sw-mono">{uri}</p>}
      {region !== undefined && region.value === null && (
        <Note>
          {picks.region === undefined ? "Choose a region." : `AWS does not have it in ${picks.region}: choose another.`}
        </Note>
      )}
      <div className="sw-image-buttons">
        <Button disabled={uri === null} onClick={use}>
          Use this image
        </Button>
        <Button variant="link" onClick={onClose}>
          Close
        </Button>
      </div>
    </PickerBox>
  );
}

function AspectSelect({ choice, onPick }: { readonly choice: AspectChoice; readonly onPick: (value: string) => void }) {
  const { aspect, options, value } = choice;
  const chosen = options.find((option) => option.value === value) ?? null;
  return (
    <div>
      <span aria-hidden="true">{labels[aspect]}</span>
      <Select
        ariaLabel={labels[aspect]}
        placeholder="Choose"
        selectedOption={chosen}
        options={options}
        filteringType={options.length > 12 ? "auto" : "none"}
        expandToViewport
        onChange={({ detail }) => onPick(detail.selectedOption.value ?? "")}
      />
    </div>
  );
}
