import { Emitter, type Uri } from "./fakeVsCodeValues";

/** A window of VS Code with a page in it. */
export class FakePanel {
  readonly #fromPage = new Emitter<unknown>();
  readonly #disposed = new Emitter<void>();
  #toPage: (message: unknown) => void = () => {};
  #line: Promise<void> = Promise.resolve();
  #onTheWay = 0;
  /** How long a message takes, in milliseconds; 0: none at all. */
  lag = 0;
  /** Messages of the page, as they came. */
  readonly received: unknown[] = [];
  readonly webview = {
    html: "",
    options: {},
    cspSource: "",
    asWebviewUri: ({ path }: Uri) => this.resources + path,
    onDidReceiveMessage: this.#fromPage.event,
    postMessage: async (message: unknown) => {
      // What passes between the two is a copy.
      this.#later(() => this.#toPage(structuredClone(message)));
      return true;
    },
  };
  readonly onDidDispose = this.#disposed.event;
  constructor(
    readonly viewType: string,
    public title: string,
    /** Where files of the extension are given out. */
    readonly resources: string,
  ) {
    this.webview.cspSource = resources;
  }

  /** The page's end of the line. */
  readonly port = {
    post: (message: unknown) => {
      this.received.push(message);
      this.#later(() => this.#fromPage.fire(structuredClone(message)));
    },
    listen: (listener: (message: unknown) => void) => {
      this.#toPage = listener;
    },
  };
  /** What was sent first comes first, however long each takes. */
  #later(run: () => void): void {
    const { lag } = this;
    if (lag === 0 && this.#onTheWay === 0) {
      run();
      return;
    }
    this.#onTheWay += 1;
    this.#line = this.#line
      .then(() => new Promise((resolve) => setTimeout(resolve, lag)))
      .then(() => {
        this.#onTheWay -= 1;
        run();
      });
  }
  dispose(): void {
    this.#disposed.fire();
  }
}
