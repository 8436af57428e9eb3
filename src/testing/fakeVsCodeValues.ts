/** The values of VS Code's API that an extension makes itself. */
export class Emitter<Event> {
  readonly #listeners = new Set<(event: Event) => unknown>();
  readonly event = (listener: (event: Event) => unknown) => {
    this.#listeners.add(listener);
    return { dispose: () => void this.#listeners.delete(listener) };
  };
  fire(event: Event): void {
    for (const listener of [...this.#listeners]) void listener(event);
  }
  dispose(): void {
    this.#listeners.clear();
  }
}

export class Uri {
  constructor(
    readonly scheme: string,
    readonly path: string,
  ) {}
  get fsPath(): string {
    return this.path;
  }
  static file(path: string): Uri {
    return new Uri("file", path);
  }
  static joinPath(base: Uri, ...parts: readonly string[]): Uri {
    const path = new URL(parts.join("/"), `file://${base.path}/`).pathname;
    return base.with({ path: path === "/" ? path : path.replace(/\/$/, "") });
  }
  with({ path = this.path }: { readonly path?: string }): Uri {
    return new Uri(this.scheme, path);
  }
  toString(): string {
    return `${this.scheme}://${this.path}`;
  }
}

export class Position {
  constructor(
    readonly line: number,
    readonly character: number,
  ) {}
  compareTo(other: Position): number {
    return this.line - other.line || this.character - other.character;
  }
}

export class Range {
  constructor(
    readonly start: Position,
    readonly end: Position,
  ) {}
  isEqual({ start, end }: Range): boolean {
    return this.start.compareTo(start) === 0 && this.end.compareTo(end) === 0;
  }
  intersection({ start, end }: Range): Range | undefined {
    const from = this.start.compareTo(start) > 0 ? this.start : start;
    const to = this.end.compareTo(end) < 0 ? this.end : end;
    return from.compareTo(to) > 0 ? undefined : new Range(from, to);
  }
}

export class WorkspaceEdit {
  readonly replaced: { readonly uri: Uri; readonly range: Range; readonly text: string }[] = [];
  replace(uri: Uri, range: Range, text: string): void {
    this.replaced.push({ uri, range, text });
  }
}
