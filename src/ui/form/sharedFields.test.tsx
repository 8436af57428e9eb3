// @vitest-environment jsdom
import { act, cleanup, configure, screen } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";
import { openInspector } from "../../testing/openInspector";
import { processing, training } from "../../testing/steps";

configure({ defaultHidden: true, asyncUtilTimeout: 15_000 });
afterEach(cleanup);

const machine = (InstanceType: string) => ({ ResourceConfig: { InstanceType, InstanceCount: 1, VolumeSizeInGB: 30 } });

it("several steps are edited at once in the fields that they share, in one step of undo", async () => {
  const steps = [training("A", machine("ml.m5.large")), training("B", machine("ml.m5.xlarge")), processing("C")];
  const { editor, user, step } = await openInspector(steps, "A");
  act(() => editor.select(["A", "B"]));
  const type = screen.getByRole("combobox", { name: "Instance type" });
  expect(type.closest(".sw-field")?.textContent).toContain("differs");
  expect(screen.getByRole("textbox", { name: "Instance count" })).toHaveProperty("value", "1");
  await user.click(type);
  await user.paste("ml.c5.xlarge");
  await user.keyboard("{Enter}");
  for (const name of ["A", "B"]) {
    expect(step(name)).toHaveProperty("Arguments.ResourceConfig.InstanceType", "ml.c5.xlarge");
  }
  expect(editor.store.getState().history.past).toHaveLength(1);
  const count = screen.getByRole("textbox", { name: "Instance count" });
  await user.clear(count);
  await user.type(count, "two");
  expect(screen.getByRole("alert").textContent).toContain("Instance count takes a whole number");
  await user.keyboard("{Escape}");
  expect(step("B")).toHaveProperty("Arguments.ResourceConfig.InstanceCount", 1);
});

it("steps of two types are edited in what both have", async () => {
  const { editor, user, step } = await openInspector([training("A"), processing("C")], "A");
  act(() => editor.select(["A", "C"]));
  const role = screen.getByRole("textbox", { name: "Role ARN" });
  expect(screen.queryByRole("combobox", { name: "Instance type" })).toBeNull();
  await user.clear(role);
  await user.paste("arn:one");
  await user.keyboard("{Enter}");
  expect([step("A"), step("C")].map(({ Arguments }) => Arguments)).toMatchObject([
    { RoleArn: "arn:one" },
    { RoleArn: "arn:one" },
  ]);
  act(() => editor.undo());
  for (const name of ["A", "C"]) expect(step(name)).not.toHaveProperty("Arguments.RoleArn", "arn:one");
});
