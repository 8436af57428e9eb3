import "./ErrorBox.css";
import Alert from "@cloudscape-design/components/alert";
import type { ReactNode } from "react";
import type { AppError } from "../../contract/appError";
import { toDisplayError } from "../../contract/toDisplayError";
import { DialogLine } from "./paragraphs";

/** An error in words: what happened, what to do next, and AWS's own text with its request id. */
export function ErrorBox({ error, action }: { readonly error: AppError; readonly action?: ReactNode }) {
  const { title, detail, next, aws } = toDisplayError(error);
  return (
    <div role="alert">
      <Alert type="error" header={title} action={action} statusIconAriaLabel="Error">
        {aws === undefined && <DialogLine>{detail}</DialogLine>}
        {aws !== undefined && <DialogLine className="sw-mono sw-error-aws">{aws.text}</DialogLine>}
        <DialogLine>{next}</DialogLine>
        {aws?.requestId !== undefined && (
          <DialogLine className="sw-error-request">
            Request id <code>{aws.requestId}</code>
          </DialogLine>
        )}
      </Alert>
    </div>
  );
}
