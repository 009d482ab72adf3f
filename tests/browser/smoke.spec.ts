// The site is there, in every place it is promised to work, and light.
import { PLACES, expect, expectAccessible, open, test } from "./helpers.ts";

/** Bytes of the first visit to the start page; `cargo xtask dist` reckons the same from the files. */
const BUDGET = 130_000;

for (const [host, place] of [["the receiver", PLACES.receiver], ["a plain static host, in a sub-path", PLACES.copy]]) {
  test(`the start page opens on ${host}`, async ({ page }) => {
    await open(page, "", place);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expectAccessible(page);
  });
}

test("the gallery of components opens", async ({ page }) => {
  await page.goto(PLACES.gallery);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
});

test("the first visit to the start page stays within the budget", async ({ page }) => {
  const finished: Promise<number>[] = [];
  page.on("requestfinished", (request) => finished.push(request.sizes().then((sizes) => sizes.responseBodySize)));
  await open(page);
  await page.waitForLoadState("networkidle");
  const sizes = await Promise.all(finished);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(BUDGET);
});
