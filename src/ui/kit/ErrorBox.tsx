import Alert from "@cloudscape-design/components/alert";
import type { ReactNode } from "react";
import type { AppError } from "../../contract/appError";
import { toDisplayError } from "./toDisplayError";

/** An error in words: what happened, what to do next, and AWS's own text with its request id. */
export function ErrorBox({ error, action }: { readonly error: AppError; readonly action?: ReactNode }) {
  const { title, detail, next, aws } = toDisplayError(error);
  return (
    <div role="alert">
      <Alert type="error" header={title} action={action} statusIconAriaLabel="Error">
        {aws === undefined && <p className="sw-error-line">{detail}</p>}
        {aws !== undefined && <p className="sw-error-line sw-mono sw-error-aws">{aws.text}</p>}
        <p className="sw-error-line">{next}</p>
        {aws?.requestId !== undefined && (
          <p className="sw-error-line sw-error-request">
            Request id <code>{aws.requestId}</code>
          </p>
        )}
      </Alert>
    </div>
  );
}
