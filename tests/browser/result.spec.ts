// The result: an answer is changed where it is told, and what was read stays where it is on the screen.
import type { Locator, Page } from "@playwright/test";

import { expect, expectAccessible, open, test } from "./helpers.ts";
import { type Answers, MANY, keep } from "./visit.ts";

const SAMPLE: Answers = { ...MANY, prefecture: "22" };

async function result(page: Page, answers: Answers): Promise<void> {
  await keep(page, answers);
  await open(page, "#/result");
  await expect(page.locator("article.card").first()).toBeVisible();
}

/** How far an element is from the top of the screen. */
const top = (place: Locator): Promise<number> => place.evaluate((element) => element.getBoundingClientRect().top);

/** The id of what has the focus. */
const focused = (page: Page): Promise<string> => page.evaluate(() => document.activeElement?.id ?? "");

/** Every text that the place for announcements came to hold, from now on. */
async function listen(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    const said: string[] = [];
    Object.assign(window, { said });
    const place = document.querySelector('[role="status"]');
    new MutationObserver(() => said.push(place?.textContent ?? "")).observe(place!, {
      characterData: true,
      childList: true,
      subtree: true,
    });
  });
  return () => page.evaluate(() => (window as unknown as { said: string[] }).said);
}

test("the cards stand under the worries, the most important first", async ({ page }) => {
  await result(page, SAMPLE);
  const headings = await page.getByRole("heading", { level: 2 }).allTextContents();
  expect(headings[0]).toBe("まず、ここへ");
  expect(headings[1]).toContain("お金");
  expect(headings.at(-1)).toBe("ほかにも、相談できるところ");
  expect(new Set(headings).size).toBe(headings.length);
  const cards = await page.locator("article.card > h3").allTextContents();
  expect(new Set(cards).size).toBe(cards.length);
});

test("an answer changed on a card leaves the choices, the focus and the eye where they are", async ({ page }) => {
  await result(page, SAMPLE);
  const said = await listen(page);
  const group = page.locator("section.group").first();
  const opener = group.locator(".opener").first();
  await opener.scrollIntoViewIfNeeded();
  const before = await top(opener);
  await opener.focus();
  await page.keyboard.press("Enter");
  const choices = page.locator("#change");
  await expect(choices).toBeVisible();
  expect(Math.abs((await top(opener)) - before)).toBeLessThanOrEqual(3);
  await expect(opener).toBeFocused();
  await expect(opener).toHaveAttribute("aria-expanded", "true");
  await expectAccessible(page);

  const box = choices.locator("input").first();
  await box.focus();
  const id = await focused(page);
  const place = await top(choices);
  await page.keyboard.press("Space");
  await expect(page.locator('[role="status"]')).toContainText("お知らせしています");
  expect(await focused(page)).toBe(id);
  expect(Math.abs((await top(choices)) - place)).toBeLessThanOrEqual(3);
  expect(page.url()).toContain("#/result");
  expect(await said()).toHaveLength(1);
});

test("a card that the answer took away leaves the way back in its place", async ({ page }) => {
  await result(page, { role: "patient", worries: ["money"], money_kind: ["debt"] });
  const card = page.locator("article", { has: page.locator("#card-legal-aid") });
  await card.locator(".opener").first().click();
  const box = card.locator("#change input:checked").first();
  const id = await box.getAttribute("id");
  await box.scrollIntoViewIfNeeded();
  const place = await top(page.locator("#change"));
  await box.click();
  await expect(page.locator("#card-legal-aid ~ .notice")).toContainText("いまの答えでは");
  await expect(page.locator("#change")).toBeVisible();
  expect(Math.abs((await top(page.locator("#change"))) - place)).toBeLessThanOrEqual(3);
  expect(await focused(page)).toBe(id);
  await page.locator("#change").getByRole("button", { name: "閉じる" }).click();
  await expect(page.locator("#change")).toHaveCount(0);
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
});

test("what was not suggested is brought where it stands, and one is led to it", async ({ page }) => {
  await result(page, { role: "patient", worries: ["money"], money_kind: ["income_loss"] });
  await page.locator("details:not(.how-it-goes) > summary").last().click();
  const row = page.locator("#missing-high-cost-medical");
  await row.locator(".opener").first().click();
  const box = row.locator("#change input").first();
  await box.scrollIntoViewIfNeeded();
  const place = await top(page.locator("#change"));
  await box.check();
  await expect(row).toContainText("案内に加えました");
  expect(Math.abs((await top(page.locator("#change"))) - place)).toBeLessThanOrEqual(3);
  await row.getByRole("button", { name: "この案内を見る" }).click();
  await expect(page.locator("#card-high-cost-medical")).toBeFocused();
});

test("with a screen of 320 pixels and text of 200 % nothing is cut off", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await result(page, SAMPLE);
  await page.evaluate(() => document.documentElement.style.setProperty("font-size", "200%"));
  await page.locator(".opener").first().click();
  await expect(page.locator("#change")).toBeVisible();
  const isWide = await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
  expect(isWide).toBe(false);
  for (const box of await page.locator(".opener").all()) {
    expect((await box.boundingBox())?.height ?? 0).toBeGreaterThanOrEqual(44);
  }
});
