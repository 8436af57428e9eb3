import "./ImageField.css";
import { useState } from "react";
import type { FieldItem } from "../../../editor/form/item";
import type { Value } from "../../../pipeline/definition/value";
import { PlainButton } from "../../kit/PlainButton";
import { useEditorState } from "../../kit/useWorkspace";
import { ImageChooser } from "./ImageChooser";
import { useImages } from "./useImages";

interface Props {
  readonly item: FieldItem;
  readonly value: Value | undefined;
}

/** Below a field that names an image: which of AWS's it is, in words, and the way to choose another. */
export function ImageField({ item, value }: Props) {
  const images = useImages();
  const readOnly = useEditorState((state) => state.readOnly);
  const [open, setOpen] = useState(false);
  if (images === null) return null;
  const read = typeof value === "string" ? images.readImage(images.table, value) : null;
  return (
    <>
      <p className="sw-image">
        {read !== null && <span className={`sw-image-words is-${read.kind}`}>{images.imageInWords(read)}</span>}
        {!readOnly && (
          <PlainButton
            look="link"
            aria-expanded={open}
            aria-label={`Choose an image of AWS for ${item.label}`}
            onClick={() => setOpen(!open)}
          >
            Choose an image of AWS
          </PlainButton>
        )}
      </p>
      {open && <ImageChooser item={item} value={value} images={images} onClose={() => setOpen(false)} />}
    </>
  );
}
