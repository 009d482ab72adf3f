// No finding of axe on any screen, in any language, in the light and in the dark, with and without the app.
import { type Lang } from "./content.ts";
import { PLACES, expect, expectAccessible, open, test } from "./helpers.ts";
import { SCREENS, copyOf, goTo, never, screen } from "./visit.ts";

const LANGS: Lang[] = ["ja", "ja-x-easy", "en"];
/** What the copy that stands before the app shows: the whole of it, and each of its parts. */
const PARTS = ["", "#/check/1", "#/places", "#/help"];

test.describe("in all three languages, axe finds nothing on", () => {
  for (const screen of SCREENS) {
    test(screen.name, async ({ page }) => {
      for (const lang of LANGS) {
        await goTo(page, screen, lang);
        await expectAccessible(page);
      }
    });
  }
});

test.describe("in the dark, axe finds nothing on", () => {
  test.use({ colorScheme: "dark" });
  for (const name of [
    "the start page",
    "a question with an answer",
    "a question with something to correct",
    "the review",
    "the result",
    "a support with places",
    "the directory with places",
    "help now",
  ]) {
    test(name, async ({ page }) => {
      await goTo(page, screen(name));
      await expectAccessible(page);
    });
  }
});

test.describe("on a wide screen, axe finds nothing on", () => {
  test.use({ viewport: { width: 1080, height: 1920 }, isMobile: false });
  for (const name of ["the start page", "a question with several answers", "the result", "the directory with places"]) {
    test(name, async ({ page }) => {
      await goTo(page, screen(name));
      await expectAccessible(page);
    });
  }
});

test("axe finds nothing on the components of the gallery, in the light and in the dark", async ({ page }) => {
  await page.goto(PLACES.gallery);
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    await expectAccessible(page);
  }
});

test.describe("where something is missing, axe finds nothing on", () => {
  test.use({ mayComplain: true });

  for (const lang of LANGS) {
    test(`the copy that stands before the app, in ${lang}`, async ({ page }) => {
      await page.route(/\.wasm$/, never);
      for (const part of PARTS) {
        await page.goto(copyOf(lang) + part, { waitUntil: "commit" });
        await expect(page.locator("#static aside")).toBeVisible();
        await expectAccessible(page);
      }
    });

    test(`the same copy without scripts, in ${lang}`, async ({ page }) => {
      // axe is a script itself: the page is given as a browser without scripts builds it.
      await page.route("**/*", async (route) => {
        if (route.request().resourceType() !== "document") return route.abort();
        const html = await (await route.fetch()).text();
        const body = html.replaceAll(/<\/?noscript>/g, "").replace(/<script type="module".*<\/script>/, "");
        await route.fulfill({ contentType: "text/html; charset=utf-8", body });
      });
      for (const part of PARTS) {
        await page.goto(copyOf(lang) + part);
        await expect(page.locator("body > .trouble")).toBeVisible();
        await expectAccessible(page);
      }
    });

    test(`the page that could not start, in ${lang}`, async ({ page }) => {
      await page.route(/\.wasm$/, (route) => route.abort());
      for (const part of PARTS) {
        await page.goto(copyOf(lang) + part);
        await expect(page.getByRole("alert")).toBeVisible();
        await expectAccessible(page);
      }
    });

    test(`the page that could not load, in ${lang}`, async ({ page }) => {
      await page.route(/rules-/, (route) => route.fulfill({ status: 404 }));
      await page.goto(copyOf(lang));
      await expect(page.getByRole("alert")).toBeVisible();
      await expectAccessible(page);
    });

    test(`the result whose words or places did not come, in ${lang}`, async ({ page }) => {
      for (const file of [/guide-/, /entries-/]) {
        await page.route(file, (route) => route.fulfill({ status: 404 }));
        await goTo(page, screen("the result"), lang);
        await expectAccessible(page);
        await page.unroute(file);
      }
    });

    test(`the directory whose places did not come, in ${lang}`, async ({ page }) => {
      await page.route(/entries-/, (route) => route.fulfill({ status: 404 }));
      await open(page, `${copyOf(lang)}#/places`);
      await page.getByRole("combobox").selectOption({ index: 7 });
      await expect(page.getByRole("main").getByRole("button")).toBeVisible();
      await expectAccessible(page);
    });
  }
});
