// What assistive technology is told of every screen: its landmarks, headings and controls, with their names.
//
// After a wanted change: `npx playwright test aria --update-snapshots`, and read the difference.
import { type Lang } from "./content.ts";
import { expect, test } from "./helpers.ts";
import { SCREENS, goTo } from "./visit.ts";
import { outline } from "./outline.ts";

for (const shown of SCREENS) {
  for (const lang of ["ja", "en"] satisfies Lang[]) {
    test(`${shown.name} (${lang}) is told as before`, async ({ page }) => {
      await goTo(page, shown, lang);
      const told = await page.locator("body").ariaSnapshot();
      expect(`${outline(told)}\n`).toMatchSnapshot([`${shown.name.replaceAll(" ", "-")}.${lang}.yml`]);
    });
  }
}
