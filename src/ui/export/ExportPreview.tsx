import "./ExportPreview.css";
import { useEffect, useRef, useState } from "react";
import type { ExportForm, Written } from "../../export/form";
import { openPreview } from "./previewText";

interface Props {
  readonly form: ExportForm;
  readonly written: Written;
}

/** How the form reads, or what it shows. */
export function ExportPreview({ form, written }: Props) {
  if (form.syntax === "picture") return <Picture form={form} written={written} />;
  return typeof written === "string" ? <Text form={form} text={written} /> : null;
}

function Text({ form, text }: { readonly form: ExportForm; readonly text: string }) {
  const host = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (host.current === null) return;
    return openPreview(host.current, { text, syntax: form.syntax, label: `${form.label} of this pipeline` });
  }, [form, text]);
  return <div ref={host} className="sw-export-preview" />;
}

function Picture({ form, written }: Props) {
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    const made = URL.createObjectURL(new Blob([written], { type: form.mediaType }));
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [form, written]);
  return (
    <div className="sw-export-preview">
      {address !== null && <img src={address} alt={`${form.label} of this pipeline`} />}
    </div>
  );
}
