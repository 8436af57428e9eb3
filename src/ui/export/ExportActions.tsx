import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { copyExport, downloadExport } from "../../editor/commands/pipeline/exports";
import type { ExportForm, Written } from "../../export/form";
import { useRun } from "../kit/useCommands";

interface Props {
  readonly form: ExportForm;
  readonly extension: string;
  /** Null until it is written. */
  readonly written: Written | null;
}

export function ExportActions({ form, extension, written }: Props) {
  const run = useRun();
  return (
    <Box float="right">
      <SpaceBetween direction="horizontal" size="xs">
        <Button
          iconName="copy"
          disabled={written === null}
          onClick={() => written !== null && void run(copyExport, { form, extension, content: written })}
        >
          Copy
        </Button>
        <Button
          variant="primary"
          iconName="download"
          disabled={written === null}
          onClick={() => written !== null && run(downloadExport, { form, extension, content: written })}
        >
          Download
        </Button>
      </SpaceBetween>
    </Box>
  );
}
