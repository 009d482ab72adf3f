// Nine languages, changed at any moment; what is only there in Japanese says so.
import { join } from "node:path";

import { type Page } from "@playwright/test";

import { FURTHER, type Lang, NAMES, changed, choice, heard, question, say, support, table } from "./content.ts";
import { expect, expectAccessible, open, test } from "./helpers.ts";
import { copyOf, gate, goTo, keep, langOf, never, pick, screen, switchOf, title } from "./visit.ts";

const SIX = Object.keys(FURTHER) as (keyof typeof FURTHER)[];
const ALL = Object.keys(NAMES) as Lang[];
const htmlOf = (lang: Lang): string => (lang === "ja-x-easy" ? "ja" : lang);
const pressed = (page: Page) => page.locator('.langs [aria-pressed="true"]');

test("the language changes in the middle of a visit and the answers stay", async ({ page }) => {
  await keep(page, { role: "patient", worries: ["money", "feelings"] });
  await open(page, "#/check/4");
  const html = page.locator("html");
  const ticked = page.getByRole("checkbox", { checked: true });
  await expect(html).toHaveAttribute("lang", "ja");
  await expect(page.locator("main ruby")).toHaveCount(0);

  await pick(page, "やさしい日本語");
  await expect(title(page).locator("ruby rt").first()).toBeVisible();
  await expect(pressed(page)).toHaveText("やさしい日本語");
  await expect(html).toHaveAttribute("lang", "ja");
  await expect(ticked).toHaveCount(2);

  await pick(page, "English");
  await expect(title(page)).toHaveText("What is on your mind right now?");
  await expect(html).toHaveAttribute("lang", "en");
  await expect(page.locator("ruby")).toHaveCount(0);
  await expect(ticked).toHaveCount(2);
  await expect(page).toHaveURL(/#\/check\/4$/);

  await page.reload();
  await expect(page.locator("#static")).toHaveCount(0);
  await expect(title(page)).toHaveText("What is on your mind right now?");
  await expect(html).toHaveAttribute("lang", "en");
  await expect(ticked).toHaveCount(2);

  await pick(page, "日本語");
  await expect(title(page)).toHaveText(question("worries"));
  await expect(html).toHaveAttribute("lang", "ja");
  await expect(ticked).toHaveCount(2);
});

test("the switch names every language in itself, closes when one was chosen, and keeps the focus", async ({ page }) => {
  await open(page, "#/check/1");
  await expect(switchOf(page)).toHaveText(/Language$/);
  await expect(switchOf(page).locator('[lang="en"][dir="ltr"]')).toHaveText("Language");
  await expect(langOf(page, "English")).toBeHidden();
  await switchOf(page).press("Enter");
  for (const lang of ALL) {
    await expect(langOf(page, NAMES[lang])).toHaveAttribute("lang", htmlOf(lang));
    const box = await langOf(page, NAMES[lang]).boundingBox();
    expect(box?.height, lang).toBeGreaterThanOrEqual(48);
  }
  expect(await page.locator(".langs button").allTextContents()).toEqual(ALL.map((lang) => NAMES[lang]));
  await langOf(page, "한국어").press("Enter");
  await expect(page.locator("html")).toHaveAttribute("lang", "ko");
  await expect(langOf(page, "English")).toBeHidden();
  await expect(switchOf(page)).toBeFocused();
  await pick(page, "English");
  await expect(switchOf(page)).toHaveText("Language");
});

test.describe("while a file is held back", () => {
  // The browser wonders what it was fetched ahead for.
  test.use({ mayComplain: true });

  test("a list of languages that was open before the app came stays open", async ({ page }) => {
    const arrival = gate();
    await page.route(/\.wasm$/, async (route) => {
      await arrival.opened;
      await route.continue();
    });
    await page.goto("", { waitUntil: "commit" });
    await switchOf(page).click();
    await expect(page.locator("#static .langs").getByRole("link", { name: "नेपाली" })).toBeVisible();
    const before = await page.locator("#static main h1").boundingBox();
    arrival.open();
    await expect(page.locator("#static")).toHaveCount(0);
    await expect(page.locator("#app .langs").getByRole("button", { name: "नेपाली" })).toBeVisible();
    expect(await title(page).boundingBox()).toEqual(before);
  });

  test("dates are written in the language of the page, the same before the app has come and after", async ({ page }) => {
    const written = (origins: Element[]) =>
      origins.map((origin) => {
        for (const part of origin.querySelectorAll("rt, rp")) part.remove();
        // Vietnamese lost a comma in CLDR 49; a browser may be older than the page.
        return (origin.textContent ?? "").replaceAll(",", "");
      });
    for (const lang of ALL) {
      const arrival = gate();
      await page.route(/\.wasm$/, async (route) => {
        await arrival.opened;
        await route.continue();
      });
      await page.goto(`${copyOf(lang)}#/help`, { waitUntil: "commit" });
      await expect(page.locator("footer")).toBeVisible();
      const before = await page.locator('#static [id="/help"] .origin').evaluateAll(written);
      arrival.open();
      await expect(page.locator("#static")).toHaveCount(0);
      const after = await page.getByRole("main").locator(".origin").evaluateAll(written);
      expect(after.length, lang).toBeGreaterThan(0);
      const own = lang === "ja-x-easy" ? "ja" : lang === "ne" ? "ne-u-nu-latn" : lang === "tl" ? "fil" : lang;
      // Chromium knows no Nepali: the app writes its dates as in English, the copy as CLDR has them.
      const isKnown = await page.evaluate((own) => Intl.DateTimeFormat.supportedLocalesOf([own]).length > 0, own);
      if (isKnown) expect(after, lang).toEqual(before);
      // What the browser makes of every day that a source may have.
      const tag = isKnown ? own : "en";
      const days = await page.evaluate((tag) => {
        const { format } = new Intl.DateTimeFormat(tag, { timeZone: "UTC", year: "numeric", month: "long", day: "numeric" });
        return Array.from({ length: 366 * 12 }, (_, day) => format(Date.UTC(2016, 0, 1 + day)).replaceAll(",", ""));
      }, tag);
      // Of some sources only the year is known.
      const dated = after.filter((text) => /\d{4}/.test(text) && (text.match(/\d+/g) ?? []).length > 1);
      expect(dated.length, lang).toBeGreaterThan(2);
      for (const text of dated) expect(days.some((day) => text.includes(day)), `${lang}: ${text}`).toBe(true);
      await page.unroute(/\.wasm$/);
    }
  });
});

for (const lang of SIX) {
  test.describe(FURTHER[lang], () => {
    test("is the language of the page, of its questions and of its help", async ({ page }) => {
      await keep(page, { worries: ["money"], money_kind: ["income_loss"] });
      await open(page);
      await pick(page, FURTHER[lang]);
      const html = page.locator("html");
      await expect(html).toHaveAttribute("lang", lang);
      await expect(html).toHaveAttribute("dir", "ltr");
      await expect(title(page)).toHaveText(say("start.title", lang));
      await expectAccessible(page);

      await page.goto("#/check/1");
      await expect(title(page)).toHaveText(question("role", "patient", lang));
      await expect(page.getByRole("radio", { name: choice("role", "patient", "patient", lang), exact: true })).toBeVisible();
      await expect(page.locator("main .gap, main [lang]")).toHaveCount(0);
      await expectAccessible(page);

      await page.goto("#/help");
      await expect(title(page)).toHaveText(heard("crisis-title", lang));
      await expect(page.locator('main h1 .beside[lang="ja"][dir="ltr"]')).toHaveText(say("crisis-title"));
      await expect(page.getByText("下書きの訳です", { exact: true })).toBeVisible();
      await expect(page.getByText(say("crisis-draft", lang), { exact: true })).toBeVisible();
      await expect(page.locator('main a[href="tel:119"]')).toBeVisible();
      await expect(page.locator(`main [lang="${lang}"][dir="ltr"]`).first()).toBeVisible();
      await expectAccessible(page);
    });

    test("shows a result whose names are in it, and what is not yet is marked as Japanese", async ({ page }) => {
      await keep(page, { worries: ["money"], money_kind: ["income_loss"] });
      // By way of the questions: an address that names the result needs no first app, and the browser wonders why it was fetched ahead.
      await open(page, `${copyOf(lang)}#/check/1`);
      await page.goto(`${copyOf(lang)}#/result`);
      await expect(title(page)).toHaveText(say("result.title", lang));
      const card = page.getByRole("article").filter({ has: page.locator("#card-sickness-allowance") });
      await expect(card.locator("#card-sickness-allowance")).toHaveText(support("sickness-allowance", "name", lang));
      await expect(card.getByText(support("sickness-allowance", "lead", lang), { exact: true })).toBeVisible();
      await expect(card.locator('[lang="ja"][dir="ltr"]').filter({ has: page.locator("ruby") }).first()).toBeVisible();
      await expect(card.locator(".gap").first()).toHaveText(say("frame.only-japanese", lang));
      await expectAccessible(page);
    });

    test("has a copy of its own that fits a narrow screen with large text, before the app has come and after", async ({ page }) => {
      await page.setViewportSize({ width: 320, height: 568 });
      await page.addInitScript(() => addEventListener("DOMContentLoaded", () => (document.documentElement.style.fontSize = "200%")));
      await page.route(/\.wasm$/, never, { times: 1 });
      await page.goto(copyOf(lang), { waitUntil: "commit" });
      await expect(page.locator("#static h1")).toHaveText(say("start.title", lang));
      await expect(page.locator("html")).toHaveAttribute("lang", lang);
      await switchOf(page).click();
      await expect(page.locator('.langs [aria-current="page"]')).toHaveText(FURTHER[lang]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
      await open(page, copyOf(lang));
      for (const address of ["", "#/check/4", "#/help"]) {
        await page.goto(copyOf(lang) + address);
        await expect(title(page)).toBeVisible();
        expect(await page.evaluate(() => document.documentElement.scrollWidth), address).toBeLessThanOrEqual(320);
      }
      await switchOf(page).click();
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    });
  });
}

test("one place and several are counted as the language counts", async ({ page }) => {
  const one = table("entries").reduce<Record<string, number>>((seen, row) => {
    const code = row.prefecture ?? "";
    return { ...seen, [code]: (seen[code] ?? 0) + 1 };
  }, {});
  const [single] = Object.entries(one).find(([, count]) => count === 1) ?? [];
  if (single === undefined) throw new Error("every prefecture has several places");
  for (const [lang, said] of [
    ["en", "1 place found."],
    ["pt-BR", "1 lugar encontrado."],
    ["ja", "1件見つかりました。"],
  ] as [Lang, string][]) {
    await open(page, `${copyOf(lang)}#/places`);
    await page.getByRole("main").getByRole("combobox").selectOption({ index: Number(single) });
    await expect(page.getByRole("status")).toHaveText(said);
  }
});

test("a name that is only there in Japanese is marked as Japanese on an English page", async ({ page }) => {
  await goTo(page, screen("the directory with places"), "en");
  const names = page.getByRole("main").getByRole("article").getByRole("heading", { level: 2 });
  expect(await names.count()).toBeGreaterThan(0);
  for (const name of await names.all()) await expect(name.locator('[lang="ja"]')).toHaveCount(1);
});

test("a gap in a translation is shown in plain Japanese, and says so", async ({ page }) => {
  const packs = changed("text-supports", (rows) => {
    const row = rows.find(({ key }) => key === "support.second-opinion.lead");
    if (row) row.en = "";
  });
  await page.route(/guide-en-/, (route) => route.fulfill({ path: join(packs, "guide.en.pack") }));
  await keep(page, { worries: ["second_opinion"] });
  await open(page, "en/#/result");
  const card = page.getByRole("article").filter({ has: page.locator("#card-second-opinion") });
  const lead = card.locator('p > [lang="ja"]').filter({ has: page.locator("ruby") }).first();
  await expect(lead).toHaveText(new RegExp(`^${Array.from(support("second-opinion", "lead", "ja-x-easy")).join("[()]?")}[()]?$`));
  await expect(card.getByText(say("frame.only-japanese", "en"), { exact: true })).toBeVisible();
  await expect(card.locator("#card-second-opinion")).not.toContainText(say("frame.only-japanese", "en"));
});
