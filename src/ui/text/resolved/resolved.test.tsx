// @vitest-environment jsdom
import { act, cleanup, render, screen } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";
import { createEditor } from "../../../editor/session/createEditor";
import { createDocument } from "../../../pipeline/definition/document";
import { setSample } from "../../../pipeline/edits/samples";
import { workspaceOf } from "../../../testing/workspace";
import { WorkspaceContext } from "../../kit/useWorkspace";
import { Resolved } from "./Resolved";

afterEach(cleanup);

it("below a field stands what its expression comes to, and follows the samples", async () => {
  const prep = {
    Name: "Prep",
    Type: "Lambda",
    Arguments: {},
    OutputParameters: [{ OutputName: "p", OutputType: "String" }],
  };
  const definition = {
    Version: "2020-12-01",
    Parameters: [{ Name: "Bucket", Type: "String", DefaultValue: "my-bucket" }],
    Steps: [prep, { Name: "Next", Type: "Lambda", Arguments: {} }],
  };
  const editor = createEditor(createDocument("d", "churn", definition));
  const join = {
    "Std:Join": {
      On: "/",
      Values: ["s3:/", { Get: "Parameters.Bucket" }, { Get: "Steps.Prep.OutputParameters['p']" }],
    },
  };
  render(
    <WorkspaceContext value={workspaceOf(editor)}>
      <Resolved step="Next" value={join} />
      <Resolved step="Next" value="s3://a literal" />
      <Resolved step="Next" value={{ Get: "Parameters.Nope" }} />
    </WorkspaceContext>,
  );
  const shown = await screen.findByText(/s3:\/\/my-bucket\//, undefined, { timeout: 15_000 });
  act(() => void editor.edit("sample", setSample("Prep", ["OutputParameters", "p"], "train.csv")));
  expect(await screen.findByText(/s3:\/\/my-bucket\/train\.csv/)).toBe(shown);
  expect(document.querySelectorAll("p")).toHaveLength(1);
});
