import Button from "@cloudscape-design/components/button";
import Select from "@cloudscape-design/components/select";
import Textarea from "@cloudscape-design/components/textarea";
import { useState } from "react";
import type { Language } from "../../../handler/code/code";
import { handlerSkeleton } from "../../../handler/handlerSkeleton";
import { useInspectedStep, useStep } from "../../kit/inspectedStep";
import { Note } from "../../kit/paragraphs";
import { useEditor } from "../../kit/useWorkspace";
import { CodeBox } from "./CodeBox";

const languages: readonly { readonly value: Language; readonly label: string }[] = [
  { value: "python", label: "Python" },
  { value: "javascript", label: "JavaScript" },
];

/** A handler to begin with, made of the step's arguments and outputs. */
export function SkeletonPanel() {
  const editor = useEditor();
  const { stepKey } = useInspectedStep();
  const step = useStep(stepKey);
  const [language, setLanguage] = useState<Language>("python");
  const text = handlerSkeleton(step, language);
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => editor.announce("Handler skeleton copied."),
      () =>
        editor.notice(
          "warning",
          "The browser does not let Stepwire write to the clipboard. Select the text and copy it.",
        ),
    );
  return (
    <CodeBox>
      <Note>Reads the step’s arguments and returns its declared outputs.</Note>
      <Select
        ariaLabel="Language of the skeleton"
        selectedOption={languages.find(({ value }) => value === language) ?? null}
        options={languages}
        expandToViewport
        onChange={({ detail }) => {
          const chosen = languages.find(({ value }) => value === detail.selectedOption.value);
          if (chosen !== undefined) setLanguage(chosen.value);
        }}
      />
      <Textarea
        ariaLabel="Handler skeleton"
        readOnly
        value={text}
        rows={Math.min(18, text.split("\n").length)}
        spellcheck={false}
      />
      <div>
        <Button iconName="copy" onClick={() => void copy()}>
          Copy skeleton
        </Button>
      </div>
    </CodeBox>
  );
}
