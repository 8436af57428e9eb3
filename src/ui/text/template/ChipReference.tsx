import Input from "@cloudscape-design/components/input";
import { useState } from "react";
import { splitProperty } from "../../../pipeline/references/propertyPath";
import { useEditor } from "../../kit/useWorkspace";
import { SourcePicker } from "../references/SourcePicker";
import { expressionFor } from "./expressions";
import { InsideLabel } from "./InsideLabel";
import { wordsOf } from "./TemplateChip";
import { type ChipInsideProps, useInsideIds } from "./templateEditorProps";

/** A reference is changed by picking another. */
export function OtherSource({ expression, target, onChange, onEnter, onClose }: ChipInsideProps) {
  const editor = useEditor();
  return (
    <SourcePicker
      label={`instead of ${wordsOf(expression)}`}
      target={target}
      onPickJson={null}
      onPick={(source, path) => {
        const { document, models } = editor.store.getState();
        const made = expressionFor({ document, models, target }, source, path);
        if (!made.ok) return editor.announce(made.reason);
        onChange(made.value);
        onEnter();
        onClose();
      }}
      onClose={onClose}
    />
  );
}

const item = "ForEach.CurrentItem";

interface MemberProps extends ChipInsideProps {
  readonly text: string;
  readonly describedBy: string;
}

/** Which member of a loop's item is read: typed by hand, since nothing says what items hold; nothing for all of it. */
export function ItemMember({ text, describedBy, takesFocus, readOnly, onChange, onEnter }: MemberProps) {
  const { control } = useInsideIds(describedBy);
  const [draft, setDraft] = useState<string | null>(null);
  const member = draft ?? text.slice(item.length).replace(/^\./, "");
  const readable = member === "" || splitProperty(member) !== null;
  return (
    <>
      <InsideLabel controlId={control} text="Member of the item" />
      <Input
        controlId={control}
        autoFocus={takesFocus}
        value={member}
        placeholder="the whole item"
        invalid={!readable}
        ariaDescribedby={describedBy}
        readOnly={readOnly}
        autoComplete={false}
        spellcheck={false}
        onChange={({ detail: { value } }) => {
          setDraft(value);
          const joint = value === "" || value.startsWith("[") ? "" : ".";
          if (value === "" || splitProperty(value) !== null) onChange({ Get: `${item}${joint}${value}` });
        }}
        onBlur={() => setDraft(null)}
        onKeyDown={(event) => {
          if (event.detail.key === "Enter") onEnter();
        }}
      />
    </>
  );
}
