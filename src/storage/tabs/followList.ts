import type { Channel } from "./channel";

/** Reads the list now and after each change that a tab tells of; one reading at a time. Returns how to end that. */
export function followList<List>(
  channel: Channel,
  list: () => Promise<List>,
  listener: (list: List) => void,
  onFailure: (error: unknown) => void,
): () => void {
  let isReading = false;
  let isStale = false;
  let isOver = false;

  async function read(): Promise<void> {
    if (isReading) {
      isStale = true;
      return;
    }
    isReading = true;
    do {
      isStale = false;
      try {
        const documents = await list();
        if (!isOver && !isStale) listener(documents);
      } catch (error) {
        // The list stays as it was; the next change reads it again.
        if (!isOver) onFailure(error);
      }
    } while (isStale && !isOver);
    isReading = false;
  }

  const end = channel.listen((message) => {
    if (message.kind === "stored" || message.kind === "listed") void read();
  });
  void read();
  return () => {
    isOver = true;
    end();
  };
}
