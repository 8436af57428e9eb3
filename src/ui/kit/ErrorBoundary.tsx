import "./ErrorBoundary.css";
import { Component, type ReactNode } from "react";
import { PlainButton } from "./PlainButton";

interface Props {
  /** The area's name, as people hear it: "Canvas". */
  readonly area: string;
  readonly children: ReactNode;
}

/** Holds a bug of one area inside it: the other areas, and the document, go on. */
export class ErrorBoundary extends Component<Props, { readonly error: Error | null }> {
  override state: { readonly error: Error | null } = { error: null };

  static getDerivedStateFromError(error: unknown) {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override componentDidCatch(error: unknown) {
    console.error(`${this.props.area}:`, error);
  }

  override render() {
    const { error } = this.state;
    if (error === null) return this.props.children;
    return (
      <div className="sw-broken" role="alert">
        <strong>The {this.props.area.toLowerCase()} stopped because of a fault in Stepwire.</strong>
        <p>Your document is safe: it is kept in this browser, and the other areas go on.</p>
        <p>
          <PlainButton look="link" onClick={() => this.setState({ error: null })}>
            Show the {this.props.area.toLowerCase()} again
          </PlainButton>
        </p>
        <pre>{error.message}</pre>
      </div>
    );
  }
}
