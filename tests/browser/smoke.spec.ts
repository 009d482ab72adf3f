// The site is there, in every place it is promised to work.
import { PLACES, expect, expectAccessible, open, test } from "./helpers.ts";

for (const [host, place] of [["the receiver", PLACES.receiver], ["a plain static host, in a sub-path", PLACES.copy]]) {
  test(`the start page opens on ${host}`, async ({ page }) => {
    await open(page, "", place);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expectAccessible(page);
  });
}
