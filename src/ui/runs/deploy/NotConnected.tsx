import "./NotConnected.css";
import Alert from "@cloudscape-design/components/alert";
import { DialogLine } from "../../kit/paragraphs";

/** For a page without a session: how to get one. */
export function NotConnected() {
  return (
    <Alert type="info" header="This tab is not connected to the local server" statusIconAriaLabel="Information">
      <DialogLine>
        Editing, checking and exporting work as ever. Deploying and running go through a server on this computer, which
        holds your AWS credentials and the local region:
      </DialogLine>
      <ol className="sw-deploy-how">
        <li>
          Start <code>stepwire open</code> in a terminal (or <code>npm start</code> in a checkout).
        </li>
        <li>
          Open the link that it prints. If it runs already, press Enter there for a fresh link; a link works once.
        </li>
      </ol>
      <DialogLine>Your documents are kept in this browser. This dialog goes on by itself.</DialogLine>
    </Alert>
  );
}
