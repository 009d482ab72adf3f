// A picture of every screen in three languages: at three widths, in the dark, with text of 200 %, and on paper.
import { join } from "node:path";

import { type Page } from "@playwright/test";

import { type Lang } from "../content.ts";
import { PLACES, test } from "../helpers.ts";
import { TOP } from "../servers.ts";
import { SCREENS, goTo } from "../visit.ts";

const OUT = process.env.TOMONI_PICTURES ?? join(TOP, "target/pictures");
const LANGS: Lang[] = ["ja", "ja-x-easy", "en"];
/** The width of A4 in pixels of CSS. */
const A4 = 794;

/** Every way to look at a screen; each begins from the narrow, light one. */
const WAYS: { name: string; width: number; height: number; look?: (page: Page) => Promise<unknown> }[] = [
  { name: "360", width: 360, height: 740 },
  { name: "768", width: 768, height: 1024 },
  { name: "1080", width: 1080, height: 1920 },
  { name: "dark", width: 360, height: 740, look: (page) => page.emulateMedia({ colorScheme: "dark" }) },
  {
    name: "200-percent",
    width: 360,
    height: 740,
    look: (page) => page.evaluate(() => document.documentElement.classList.add("text-200")),
  },
  { name: "print", width: A4, height: 1123, look: (page) => page.emulateMedia({ media: "print" }) },
];

/** Pictures of what is open, in every way. */
async function pictures(page: Page, name: string): Promise<void> {
  for (const way of WAYS) {
    await page.setViewportSize({ width: way.width, height: way.height });
    await way.look?.(page);
    await page.screenshot({ path: join(OUT, `${name}.${way.name}.png`), fullPage: true, scale: "css" });
    await page.emulateMedia({ colorScheme: null, media: null });
    await page.evaluate(() => document.documentElement.classList.remove("text-200"));
  }
}

test.use({ isMobile: false });

for (const shown of SCREENS) {
  test(shown.name, async ({ browser, contextOptions }) => {
    for (const lang of LANGS) {
      // A tab of its own: what one language left there would show in the next.
      const page = await browser.newPage({ ...contextOptions, baseURL: PLACES.receiver });
      await page.clock.setFixedTime("2026-11-24T10:00:00+09:00");
      await goTo(page, shown, lang);
      await pictures(page, `${shown.name.replaceAll(" ", "-")}.${lang}`);
      await page.close();
    }
  });
}

test("the gallery", async ({ page }) => {
  await page.goto(PLACES.gallery);
  await pictures(page, "gallery");
});
