import type { Documents } from "../../editor/session/documents";
import { loadPart } from "../../editor/session/loadPart";
import type { Download, PagePort } from "../../editor/session/pagePort";
import { type Library, storageProblem } from "../../editor/session/storedDocuments";
import { goTo } from "../kit/address";
import { chooseFile, chosenFile } from "../kit/chooseFile";
import { mayLeave } from "../kit/mayLeave";
import { chooseTheme } from "../kit/theme";

/** What this page can do for commands. */
export function pagePort(library: Library, documents: Documents, keep = downloaded): PagePort {
  return {
    // The system's clipboard, which asks the person.
    clipboard: {
      write: ({ text }) =>
        navigator.clipboard.writeText(text).then(
          () => true,
          () => false,
        ),
      read: () =>
        navigator.clipboard.readText().then(
          (text) => ({ text, layout: "" }),
          () => null,
        ),
    },
    openFile: () => chooseFile(documents),
    async readDefinition() {
      const file = await chosenFile();
      if (file === null) return null;
      return new Promise((resolve) => {
        const taken = documents.readFile(file, (document) => resolve({ from: file.name, document }));
        void taken.then((refusal) => refusal !== null && resolve(refusal));
      });
    },
    otherDocuments: async (than) => (await library.list().catch(() => [])).filter(({ id }) => id !== than),
    readDocument: (id) =>
      library.read(id).catch((error: unknown) => `It cannot be read: ${storageProblem(error).message}.`),
    goHome: () => {
      if (mayLeave(library)) goTo({ page: "start" });
    },
    chooseTheme,
    download: keep,
    paint: async (svg, dots) => (await loadPart(() => import("../kit/paintPicture"))).paintPicture(svg, dots),
    copyPicture: (png) => {
      const blob = png.then((bytes) => new Blob([bytes], { type: "image/png" }));
      return navigator.clipboard.write([new ClipboardItem({ "image/png": blob })]).then(
        () => true,
        () => false,
      );
    },
  };
}

function downloaded({ name, mediaType, content }: Download): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([content], { type: mediaType }));
  link.download = name;
  link.click();
  // The download holds on to the blob; the address may go once it has begun.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
