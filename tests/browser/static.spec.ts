// The page as it comes, before any script and without any; and the moment when the app takes its place.
import { type Locator, type Page } from "@playwright/test";

import { type Lang, contact, heard, question, say, table } from "./content.ts";
import { PLACES, expect, open, test } from "./helpers.ts";
import { copyOf, gate, never, pick, title } from "./visit.ts";

// A file that is held back makes the browser wonder what it was fetched ahead for.
test.use({ mayComplain: true });

const HTML_LANG: Partial<Record<Lang, string>> = { ja: "ja", "ja-x-easy": "ja", en: "en" };
const LANGS: Lang[] = ["ja", "ja-x-easy", "en"];
const crisisLines = table("contacts").filter((row) => row.group === "danger" || row.group === "listen");
const digits = (row: Record<string, string>): string => (row.phone ?? "").replaceAll("-", "");
const main = (page: Page): Locator => page.getByRole("main");
const firstQuestion = (page: Page): Locator => page.getByRole("group", { name: question("role") });

test.describe("without any script", () => {
  test.use({ javaScriptEnabled: false });

  for (const lang of LANGS) {
    test(`the copy in ${lang} says what it is, what does not work, and whom to call`, async ({ page }) => {
      await page.goto(copyOf(lang));
      await expect(page.locator("html")).toHaveAttribute("lang", HTML_LANG[lang]);
      await expect(page.getByRole("heading", { level: 1, name: heard("start.title", lang) })).toBeVisible();
      await expect(page.getByText(heard("start.cannot", lang)).filter({ visible: true })).toHaveCount(1);
      await expect(page.getByRole("heading", { name: heard("start.contacts", lang) })).toBeVisible();
      await expect(page.getByText(heard("start.contacts-note", lang))).toBeVisible();
      await expect(
        main(page).locator('a[href="https://ganjoho.jp/public/institution/consultation/cisc/cisc.html"]'),
      ).toBeVisible();
      for (const line of crisisLines) await expect(main(page).locator(`a[href="tel:${digits(line)}"]`)).toBeVisible();
    });
  }

  test("the three doors lead to the first question, to the contacts and to help now", async ({ page }) => {
    await page.goto("");
    await expect(firstQuestion(page)).toBeHidden();

    await page.getByRole("link", { name: say("start.check") }).click();
    await expect(firstQuestion(page)).toBeInViewport();
    await expect(main(page).getByRole("radio")).toHaveCount(table("choices").filter((row) => row.list_name === "role").length);
    await page.goBack();

    await page.getByRole("link", { name: say("start.places") }).click();
    await expect(page.getByRole("heading", { name: say("start.contacts") })).toBeInViewport();
    await expect(page.getByText(say("start.contacts-note"))).toBeInViewport();
    await expect(firstQuestion(page)).toBeHidden();
    await page.goBack();

    await page.getByRole("link", { name: new RegExp(say("crisis-door-note")) }).click();
    await expect(page.getByRole("heading", { name: say("crisis-title") })).toBeInViewport();
    await expect(page.getByRole("link", { name: say("entry.call", "ja", { number: "119" }) })).toBeInViewport();
    await expect(firstQuestion(page)).toBeHidden();
  });

  test("the strip leads to help now from everywhere", async ({ page }) => {
    for (const address of ["", "#/check/1", "#/places", "#/result", "#/nowhere"]) {
      await page.goto(address);
      const strip = page.getByRole("complementary").getByRole("link", { name: say("crisis-strip") });
      await expect(strip).toBeInViewport();
      await strip.click();
      await expect(page.getByRole("heading", { name: say("crisis-title") })).toBeInViewport();
    }
  });

  test("the door for a dear one opens", async ({ page }) => {
    await page.goto("#/help");
    await page
      .getByRole("main")
      .locator("summary")
      .filter({ hasText: say("crisis-other") })
      .click();
    await expect(page.getByText(say("crisis-other-text"))).toBeVisible();
  });

  test("nothing says that it is loading, for nothing is", async ({ page }) => {
    await page.goto("#/check/1");
    await expect(page.getByText(say("start.loading"))).toBeHidden();
  });

  test("the links among the three copies lead to the same page in that language", async ({ page }) => {
    await page.goto("");
    for (const [name, lang] of [
      ["English", "en"],
      ["やさしい日本語", "ja-x-easy"],
      ["日本語", "ja"],
    ] as [string, Lang][]) {
      await pick(page, name);
      await expect(page).toHaveURL(new URL(copyOf(lang), PLACES.receiver).href);
      await expect(page.locator("html")).toHaveAttribute("lang", HTML_LANG[lang]);
      await expect(page.locator('.langs [aria-current="page"]')).toHaveText(name);
    }
  });

  test("on a plain host in a sub-path the doors, the help and the other copies are there", async ({ page }) => {
    await page.goto(PLACES.copy);
    await page.getByRole("link", { name: say("start.check") }).click();
    await expect(firstQuestion(page)).toBeVisible();
    await pick(page, "English");
    await expect(page).toHaveURL(`${PLACES.copy}en/`);
    await expect(title(page)).toHaveText(say("start.title", "en"));
    await page.getByRole("link", { name: say("crisis-strip", "en") }).click();
    await expect(page.locator('a[href="tel:119"]')).toBeVisible();
    await pick(page, "日本語");
    await expect(page).toHaveURL(PLACES.copy);
  });
});

for (const script of ["with the app on its way", "without any script"]) {
  test.describe(script, () => {
    test.use({ javaScriptEnabled: script !== "without any script" });

    test("Enter in the first question changes no address and sends nothing", async ({ page }) => {
      await page.route(/\.wasm$/, never);
      await page.goto("#/check/1", { waitUntil: "commit" });
      const radio = firstQuestion(page).getByRole("radio").first();
      await radio.check();
      const address = page.url();
      const sent: string[] = [];
      page.on("request", (request) => request.isNavigationRequest() && sent.push(request.url()));
      await radio.press("Enter");
      await radio.press("Space");
      await radio.press("Enter");
      expect(page.url()).toBe(address);
      await expect(radio).toBeChecked();
      expect(sent).toEqual([]);
    });
  });
}

test("no page has a form, and nothing is filled in by the browser", async ({ page }) => {
  await page.route(/\.wasm$/, never);
  for (const lang of LANGS) {
    await page.goto(copyOf(lang), { waitUntil: "commit" });
    await expect(page.getByRole("complementary")).toBeVisible();
    await expect(page.locator('form:not([method="dialog"])')).toHaveCount(0);
    await expect(page.locator('button:not([type="button"])')).toHaveCount(0);
    expect(await page.locator("input, select, textarea").count()).toBeGreaterThan(0);
    await expect(page.locator(':is(input, select, textarea):not([autocomplete="off"])')).toHaveCount(0);
  }
});

test("what was picked before the app came is kept, with the focus and the place", async ({ page }) => {
  const arrival = gate();
  await page.route(/\.wasm$/, async (route) => {
    await arrival.opened;
    await route.continue();
  });
  await page.setViewportSize({ width: 360, height: 400 });
  await page.goto("#/check/1", { waitUntil: "commit" });
  const before = firstQuestion(page).getByRole("radio").nth(3);
  await before.check();
  await before.focus();
  const id = await before.getAttribute("id");
  const top = await page.evaluate(() => scrollY);
  expect(top).toBeGreaterThan(0);
  arrival.open();
  await expect(page.locator("#static")).toHaveCount(0);
  const after = firstQuestion(page).getByRole("radio").nth(3);
  await expect(after).toBeChecked();
  await expect(after).toBeFocused();
  await expect(after).toHaveAttribute("id", id ?? "");
  expect(await page.evaluate(() => scrollY)).toBe(top);
  expect(await page.evaluate(() => sessionStorage.getItem("tomoni-answers"))).toMatch(/^role=\w+$/);
});

test("what was kept from before a reload is not overruled by the page as it came", async ({ page }) => {
  await open(page, "#/check/1");
  await firstQuestion(page).getByRole("radio").nth(2).check();
  await page.reload();
  await expect(page.locator("#static")).toHaveCount(0);
  await expect(firstQuestion(page).getByRole("radio").nth(2)).toBeChecked();
});

for (const address of ["", "#/check/1", "#/help"]) {
  test(`at "${address}" the app comes in one frame, and the heading does not move`, async ({ page }) => {
    const arrival = gate();
    await page.route(/\.wasm$/, async (route) => {
      await arrival.opened;
      await route.continue();
    });
    await page.addInitScript(() => {
      const frames: { shown: number; top: number; left: number }[] = [];
      const isShown = (id: string) => (document.getElementById(id)?.getClientRects().length ?? 0) > 0;
      const look = () => {
        const headings = [...document.querySelectorAll("h1, h2")].filter((heading) => heading.getClientRects().length > 0);
        // The heading of what the address names is the one a person is reading.
        const name = location.hash === "" ? "" : location.hash.slice(1);
        const part = document.getElementById("static") && document.getElementById(name);
        const heading = part?.querySelector("h1, h2") ?? headings[0];
        const { top, left } = heading?.getBoundingClientRect() ?? { top: -1, left: -1 };
        if (document.body) frames.push({ shown: Number(isShown("static")) + Number(isShown("app")), top, left });
        requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
      Object.assign(window, { frames });
    });
    await page.goto(address, { waitUntil: "commit" });
    await expect(page.getByRole("complementary").or(page.locator("#static main"))).not.toHaveCount(0);
    await page.evaluate(() => new Promise((after) => requestAnimationFrame(() => requestAnimationFrame(after))));
    await page.evaluate(() => (window as unknown as { frames: unknown[] }).frames.splice(0));
    arrival.open();
    await expect(page.locator("#static")).toHaveCount(0);
    await page.evaluate(() => new Promise((after) => requestAnimationFrame(() => requestAnimationFrame(after))));
    const frames = await page.evaluate(
      () => (window as unknown as { frames: { shown: number; top: number; left: number }[] }).frames,
    );
    expect(frames.length).toBeGreaterThan(1);
    expect([...new Set(frames.map(({ shown }) => shown))]).toEqual([1]);
    expect([...new Set(frames.map(({ top, left }) => `${Math.round(left)}, ${Math.round(top)}`))]).toHaveLength(1);
  });
}

test("the swap does not move the page of somebody who reads further down", async ({ page }) => {
  const arrival = gate();
  await page.route(/\.wasm$/, async (route) => {
    await arrival.opened;
    await route.continue();
  });
  await page.goto("", { waitUntil: "commit" });
  await expect(page.getByRole("heading", { name: say("start.promise") })).toBeAttached();
  await page.evaluate(() => scrollTo(0, 300));
  arrival.open();
  await expect(page.locator("#static")).toHaveCount(0);
  expect(await page.evaluate(() => scrollY)).toBe(300);
});

test("before the app has come, the contacts and the lines can be called", async ({ page }) => {
  await page.route(/\.wasm$/, never);
  await page.goto("", { waitUntil: "commit" });
  await expect(page.getByText(say("start.contacts-note"))).toBeVisible();
  await page.getByRole("complementary").getByRole("link").click();
  await expect(page.getByRole("heading", { name: contact("yorisoi", "name") })).toBeVisible();
  await expect(page.locator('a[href="tel:0120279338"]')).toBeVisible();
});

test("on a plain host in a sub-path the whole app works, with every language and the places", async ({ page }) => {
  await open(page, "", PLACES.copy);
  await page.getByRole("link", { name: say("start.places") }).click();
  await page.getByRole("combobox").selectOption({ index: 22 });
  await expect(page.getByRole("status")).toHaveText(/\d+件見つかりました。/);
  await pick(page, "English");
  await expect(title(page)).toHaveText(say("places.title", "en"));
  await expect(page).toHaveURL(`${PLACES.copy}#/places`);
  await open(page, "en/#/places", PLACES.copy);
  await page.getByRole("combobox").selectOption({ index: 7 });
  await expect(page.getByRole("status")).toHaveText(/\d+ places? found\./);
});
