/**
 * VS Code as far as an extension meets it, in memory: text documents with versions and a row of undo each, files, one window. What it does
 * not have, it has not: a call of it fails.
 */
import type { CustomTextEditorProvider } from "vscode";
import type { VsCode } from "../vscode/vsCode";
import { FakePanel } from "./fakeVsCodePanel";
import { Emitter, Position, Range, Uri, WorkspaceEdit } from "./fakeVsCodeValues";

/** A text document that is open. */
export class FakeDocument {
  version = 1;
  isClosed = false;
  languageId = "json";
  #saved: string;
  readonly #past: string[] = [];
  #future: string[] = [];
  constructor(
    readonly host: FakeVsCode,
    readonly uri: Uri,
    private text: string,
  ) {
    this.#saved = text;
  }
  get fileName(): string {
    return this.uri.path;
  }
  get isDirty(): boolean {
    return this.text !== this.#saved;
  }
  // Handed on alone, as VS Code's own can be.
  readonly getText = (): string => this.text;
  readonly positionAt = (offset: number): Position => {
    const before = this.text.slice(0, offset).split("\n");
    return new Position(before.length - 1, before.at(-1)?.length ?? 0);
  };
  readonly offsetAt = ({ line, character }: Position): number =>
    this.text
      .split("\n")
      .slice(0, line)
      .reduce((sum, each) => sum + each.length + 1, 0) + character;

  /** An edit: by the person, by git, or by the extension. */
  change(text: string): void {
    if (text === this.text) return;
    this.#past.push(this.text);
    this.#future = [];
    this.#put(text);
  }
  undo(): void {
    const before = this.#past.pop();
    if (before === undefined) return;
    this.#future.push(this.text);
    this.#put(before);
  }
  redo(): void {
    const after = this.#future.pop();
    if (after === undefined) return;
    this.#past.push(this.text);
    this.#put(after);
  }
  save = async (): Promise<boolean> => {
    this.host.files.set(this.uri.path, this.text);
    this.#saved = this.text;
    this.host.saved.fire(this);
    return true;
  };
  #put(text: string): void {
    this.text = text;
    this.version += 1;
    this.host.changed.fire({ document: this, contentChanges: [{ text }] });
  }
}

interface Diagnostic {
  readonly range: Range;
  readonly message: string;
  readonly severity: number;
  source?: string;
  code?: string;
}

export class FakeVsCode {
  resources = "https://file.vscode-cdn.net";
  readonly files = new Map<string, string>();
  readonly written: string[] = [];
  readonly settings = new Map<string, unknown>();
  readonly documents: FakeDocument[] = [];
  readonly panels: FakePanel[] = [];
  readonly changed = new Emitter<{ document: FakeDocument; contentChanges: readonly unknown[] }>();
  readonly saved = new Emitter<FakeDocument>();
  readonly opened = new Emitter<FakeDocument>();
  readonly closed = new Emitter<FakeDocument>();
  readonly diagnostics = new Map<string, readonly Diagnostic[]>();
  readonly warnings: string[] = [];
  /** What `vscode.…` commands of VS Code's own were asked for. */
  readonly asked: { readonly command: string; readonly args: readonly unknown[] }[] = [];
  readonly shownTexts: { readonly path: string; readonly line: number }[] = [];
  /** The answers of pickers and dialogs, in the order they are asked. */
  readonly answers: unknown[] = [];
  choose: (items: readonly { label: string }[]) => { label: string } | undefined = () => undefined;
  trusted = true;
  /** Schemes that cannot be written. */
  readonly readOnlySchemes = new Set<string>(["git"]);
  /** Runs while an edit of the extension is under way: something else comes first. */
  beforeEdit: (() => void) | null = null;
  active: FakeDocument | null = null;
  readonly #commands = new Map<string, (...args: unknown[]) => unknown>();
  readonly editors = new Map<string, CustomTextEditorProvider>();
  readonly providers: {
    provideCodeActions(
      document: FakeDocument,
      range: Range,
      context: { diagnostics: readonly Diagnostic[] },
    ): Promise<readonly { title: string; edit: WorkspaceEdit }[]>;
  }[] = [];
  readonly #watchers: { readonly path: string; readonly emitter: Emitter<Uri> }[] = [];
  readonly context = {
    subscriptions: [] as { dispose(): void }[],
    extensionUri: Uri.file("/extension"),
    workspaceState: memento(),
  };

  open(path: string, text: string, scheme = "file"): FakeDocument {
    const uri = new Uri(scheme, path);
    if (scheme === "file") this.files.set(path, text);
    const document = new FakeDocument(this, uri, text);
    if (!/\.jsonc?$/.test(path)) document.languageId = /[^.]*$/.exec(path)?.[0] ?? "plaintext";
    this.documents.push(document);
    this.active = document;
    this.opened.fire(document);
    return document;
  }
  close(document: FakeDocument): void {
    document.isClosed = true;
    this.documents.splice(this.documents.indexOf(document), 1);
    this.closed.fire(document);
  }
  /** Opens a document in the extension's editor. */
  async edit(document: FakeDocument, type = "stepwire.pipeline"): Promise<FakePanel> {
    const panel = this.panel(type, document.uri.path);
    const provider = this.editors.get(type);
    if (provider === undefined) throw new Error(`There is no editor ${type}.`);
    await provider.resolveCustomTextEditor(document as never, panel as never, undefined as never);
    return panel;
  }
  panel(type: string, title: string): FakePanel {
    const panel = new FakePanel(type, title, this.resources);
    this.panels.push(panel);
    return panel;
  }
  /** A file changes on the disk. */
  write(path: string, text: string): void {
    this.files.set(path, text);
    for (const one of this.#watchers) if (one.path === path) one.emitter.fire(Uri.file(path));
  }
  async run(command: string, ...args: unknown[]): Promise<unknown> {
    const own = this.#commands.get(command);
    if (own !== undefined) return own(...args);
    if (command === "undo" || command === "redo") return this.active?.[command]();
    this.asked.push({ command, args });
    return undefined;
  }
  async apply(edit: WorkspaceEdit): Promise<boolean> {
    const known = this.documents.map((document) => [document, document.version] as const);
    await Promise.resolve();
    this.beforeEdit?.();
    for (const { uri, range, text } of edit.replaced) {
      const document = this.documents.find((one) => String(one.uri) === String(uri));
      if (document === undefined || known.find(([one]) => one === document)?.[1] !== document.version) return false;
      const [from, to] = [document.offsetAt(range.start), document.offsetAt(range.end)];
      const before = document.getText();
      document.change(before.slice(0, from) + text + before.slice(to));
    }
    return true;
  }

  /** What `require("vscode")` gives. */
  get api(): VsCode {
    return this.#api as unknown as VsCode;
  }
  readonly #api = {
    Uri,
    Position,
    Range,
    WorkspaceEdit,
    EventEmitter: Emitter,
    RelativePattern: class {
      constructor(
        readonly base: Uri,
        readonly pattern: string,
      ) {}
    },
    ViewColumn: { Active: -1, Beside: -2 },
    DiagnosticSeverity: { Error: 0, Warning: 1, Information: 2, Hint: 3 },
    Diagnostic: class {
      constructor(
        readonly range: Range,
        readonly message: string,
        readonly severity: number,
      ) {}
    },
    CodeAction: class {
      constructor(
        readonly title: string,
        readonly kind: unknown,
      ) {}
    },
    CodeActionKind: { QuickFix: "quickfix" },
    extensions: { getExtension: () => undefined },
    TabInputText: class {},
    TabInputCustom: class {},
    commands: {
      registerCommand: (name: string, run: (...args: unknown[]) => unknown) => {
        this.#commands.set(name, run);
        return nothing;
      },
      executeCommand: (name: string, ...args: unknown[]) => this.run(name, ...args),
    },
    languages: {
      createDiagnosticCollection: () => ({
        set: (uri: Uri, found: readonly Diagnostic[]) => void this.diagnostics.set(uri.path, found),
        delete: (uri: Uri) => void this.diagnostics.delete(uri.path),
        dispose: () => {},
      }),
      registerCodeActionsProvider: (_: unknown, provider: FakeVsCode["providers"][number]) => {
        this.providers.push(provider);
        return nothing;
      },
    },
    window: {
      tabGroups: { activeTabGroup: { activeTab: undefined } },
      registerCustomEditorProvider: (type: string, provider: CustomTextEditorProvider) => {
        this.editors.set(type, provider);
        return nothing;
      },
      createWebviewPanel: (type: string, title: string) => this.panel(type, title),
      showTextDocument: async (document: FakeDocument, { selection }: { selection: Range }) => {
        this.shownTexts.push({ path: document.uri.path, line: selection.start.line + 1 });
      },
      showSaveDialog: async () => this.answers.shift(),
      showOpenDialog: async () => this.answers.shift(),
      showQuickPick: async (items: readonly { label: string }[]) => this.choose(items),
      showWarningMessage: async (message: string) => void this.warnings.push(message),
    },
    workspace: {
      workspaceFolders: [{ uri: Uri.file("/work") }],
      asRelativePath: ({ path }: Uri) => path.replace(/^\/work\//, ""),
      getConfiguration: () => ({ get: (key: string) => this.settings.get(key) }),
      applyEdit: (edit: WorkspaceEdit) => this.apply(edit),
      openTextDocument: async (uri: Uri) =>
        this.documents.find((one) => String(one.uri) === String(uri)) ?? this.open(uri.path, this.#read(uri)),
      onDidChangeTextDocument: this.changed.event,
      onDidSaveTextDocument: this.saved.event,
      onDidOpenTextDocument: this.opened.event,
      onDidCloseTextDocument: this.closed.event,
      createFileSystemWatcher: ({ base, pattern }: { base: Uri; pattern: string }) => {
        const emitter = new Emitter<Uri>();
        this.#watchers.push({ path: `${base.path}/${pattern}`, emitter });
        return {
          onDidChange: emitter.event,
          onDidCreate: noEvent,
          onDidDelete: noEvent,
          dispose: () => emitter.dispose(),
        };
      },
      fs: {
        readFile: async (uri: Uri) => new TextEncoder().encode(this.#read(uri)),
        writeFile: async ({ path }: Uri, bytes: Uint8Array) => {
          this.written.push(path);
          this.write(path, new TextDecoder().decode(bytes));
        },
        isWritableFileSystem: (scheme: string) => !this.readOnlySchemes.has(scheme),
      },
    },
  };
  constructor() {
    Object.defineProperty(this.#api.workspace, "textDocuments", { get: () => [...this.documents] });
    Object.defineProperty(this.#api.workspace, "isTrusted", { get: () => this.trusted });
    Object.defineProperty(this.#api.window, "activeTextEditor", {
      get: () => (this.active === null ? undefined : { document: this.active }),
    });
  }
  #read({ path }: Uri): string {
    const text = this.files.get(path);
    if (text === undefined) throw new Error(`ENOENT: ${path}`);
    return text;
  }
}

const nothing = { dispose: () => {} };
const noEvent = () => nothing;

function memento() {
  const kept = new Map<string, unknown>();
  return {
    get: (key: string) => kept.get(key),
    update: async (key: string, value: unknown) => {
      if (value === undefined) kept.delete(key);
      else kept.set(key, value);
    },
  };
}
