// Pictograms beside worries: one for each, beside its text, and nothing to a screen reader.
import { readFileSync } from "node:fs";
import { join } from "node:path";

import { choice, table } from "./content.ts";
import { expect, test } from "./helpers.ts";
import { TOP } from "./servers.ts";
import { goTo, screen } from "./visit.ts";

test("every worry has a pictogram, and every pictogram a worry", () => {
  const file = readFileSync(join(TOP, "static/pictograms.svg"), "utf8");
  const drawn = [...file.matchAll(/<symbol id="(\w+)"/g)].map(([, id]) => id);
  const worries = table("choices").filter((row) => row.list_name === "worries");
  expect(drawn.sort()).toEqual(worries.map((row) => row.name).sort());
  expect(file).not.toMatch(/<script|on\w+=|href=|style=/);
});

test("it stands beside the text, has its color, and is no part of the name", async ({ page }) => {
  for (const forcedColors of ["none", "active"] as const) {
    await page.emulateMedia({ forcedColors });
    await goTo(page, screen("a question with several answers"));
    const money = page.getByRole("checkbox", { name: choice("worries", "money"), exact: true });
    const picture = page.locator("label", { has: money }).locator("svg");
    await expect(picture).toBeVisible();
    await expect(picture).toHaveAttribute("aria-hidden", "true");
    // Empty until the file is there.
    await expect.poll(() => picture.evaluate((element) => (element as SVGSVGElement).getBBox().width)).toBeGreaterThan(0);
    const { stroke, color } = await picture.evaluate((element) => {
      const { color } = getComputedStyle(element);
      return { stroke: getComputedStyle(element.querySelector("use") ?? element).color, color };
    });
    expect(stroke).toBe(color);
  }
});

test("other questions have none", async ({ page }) => {
  await goTo(page, screen("a question with one answer"));
  await expect(page.locator(".choice svg")).toHaveCount(0);
});
