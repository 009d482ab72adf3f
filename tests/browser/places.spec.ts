// The directory: searching, narrowing down, dates, and mistakes, by hand and by keyboard.
import { type Page } from "@playwright/test";

import { type Row, choice, say, table } from "./content.ts";
import { expect, expectAccessible, open, test } from "./helpers.ts";
import { pick as pickLang, tabTo, title } from "./visit.ts";

const ENTRIES = table("entries");

const list = (page: Page, key: string) => page.getByRole("combobox", { name: say(key) });
const field = (page: Page) => page.getByRole("searchbox", { name: say("places.search") });
const count = (page: Page) => page.getByRole("status");
const places = (page: Page) => page.locator('[id^="part-"] article');
const found = (n: number) => say("places.found", "ja", { n: String(n) });

/** Comes to the directory as most do, from the start page. */
async function come(page: Page): Promise<void> {
  await open(page);
  await page.goto("#/places");
  await expect(title(page)).toHaveText(say("places.title"));
}

async function pick(page: Page, code: string): Promise<void> {
  await come(page);
  await list(page, "places.prefecture").selectOption({ label: choice("prefecture", code) });
  await expect(count(page)).toHaveText(/\d+件見つかりました。/);
}

/** The operator's settings. */
async function settings(page: Page, config: unknown): Promise<void> {
  const body = typeof config === "string" ? config : JSON.stringify(config);
  await page.route(/\/config\.json$/, (route) => route.fulfill({ contentType: "application/json", body }));
}

test("a name is found in any width, case and kana, and the count is told", async ({ page }) => {
  await pick(page, "22");
  const row = ENTRIES.find(({ prefecture, name }) => prefecture === "22" && name?.includes("がん"));
  expect(row?.name).toBeTruthy();
  await field(page).fill("ガン");
  const n = await places(page).count();
  expect(n).toBeGreaterThan(0);
  await expect(page.getByRole("heading", { name: row?.name ?? "", exact: true }).first()).toBeVisible();
  await field(page).fill("がん");
  await expect(count(page)).toHaveText(new RegExp(String(n)));
});

test("while a word is being composed, the field is left to the input method", async ({ page }) => {
  await pick(page, "22");
  await field(page).focus();
  const session = await page.context().newCDPSession(page);
  for (const text of ["し", "しｚ", "しず"]) {
    await session.send("Input.imeSetComposition", { text, selectionStart: text.length, selectionEnd: text.length });
    await expect(field(page)).toHaveValue(text);
  }
  await session.send("Input.insertText", { text: "静岡" });
  await expect(field(page)).toHaveValue("静岡");
  await expect(field(page)).toBeFocused();
  expect(await places(page).count()).toBeGreaterThan(0);
});

test("by keyboard alone the list is narrowed down, widened and cleared", async ({ page }) => {
  await pick(page, "22");
  const all = await count(page).innerText();
  const summary = page.getByText(say("places.filters"), { exact: true });
  await tabTo(page, summary);
  await page.keyboard.press("Enter");
  await tabTo(page, list(page, "places.kind"));
  await list(page, "places.kind").selectOption({ label: say("kind.support_centre") });
  const centers = ENTRIES.filter((row: Row) => row.prefecture === "22" && row.kind === "support_centre");
  await expect(count(page)).toHaveText(found(centers.length));
  await expect(list(page, "places.kind")).toBeFocused();
  await field(page).fill("どこにもないことば");
  await expect(count(page)).toHaveText(say("places.nothing"));
  await expect(page.getByRole("link", { name: new RegExp(say("entry.official-search")) })).toBeVisible();
  await expect(page.getByRole("heading", { name: say("places.national") })).toBeVisible();
  const without = say("places.without", "ja", { name: "どこにもないことば", n: String(centers.length) });
  await page.getByRole("button", { name: without }).press("Enter");
  await expect(field(page)).toHaveValue("");
  await expect(count(page)).toHaveText(found(centers.length));
  await page.getByRole("button", { name: say("places.clear") }).press("Enter");
  await expect(count(page)).toHaveText(all);
  await expectAccessible(page);
});

test("what a task of the council's list means is said in words", async ({ page }) => {
  await pick(page, "22");
  await page.getByText(say("places.filters"), { exact: true }).click();
  const tagged = ENTRIES.filter((row: Row) => row.prefecture === "22" && row.tags?.includes("ク"));
  expect(tagged.length).toBeGreaterThan(0);
  await list(page, "places.tag").selectOption({ label: say("tag.named", "ja", { tag: "ク", name: say("tag.ku") }) });
  await expect(count(page)).toHaveText(found(tagged.length));
});

test("what was picked and typed is in no address, in no storage and no title", async ({ page }) => {
  await pick(page, "22");
  const before = [page.url(), await page.title()];
  await field(page).fill("浜松");
  await page.getByText(say("places.filters"), { exact: true }).click();
  await list(page, "places.kind").selectOption({ index: 1 });
  expect([page.url(), await page.title()]).toEqual(before);
  const stored = await page.evaluate(() => JSON.stringify([{ ...sessionStorage }, { ...localStorage }]));
  expect(stored).not.toContain("浜松");
  await page.goto("#/help");
  await page.goto("#/places");
  await expect(field(page)).toHaveValue("浜松");
});

test("a salon has dates, and one of them can be put into a calendar", async ({ page }) => {
  await pick(page, "07");
  await field(page).fill("まちなか");
  const date = page.getByRole("button", { name: /2026年12月16日（水）13:00〜15:00/ });
  const download = page.waitForEvent("download");
  await date.click();
  const file = await download;
  expect(file.suggestedFilename()).toBe("date-2026-12-16.ics");
  const stream = await file.createReadStream();
  const text = (await stream.toArray()).join("");
  expect(text).toContain("DTSTART:20261216T040000Z");
  expect(text).toContain(`SUMMARY:${say("calendar.title")}`);
  expect(text).not.toContain("がん");
  await expect(page.getByRole("status")).toContainText(say("places.date-kept"));
  await expect(places(page)).toContainText(say("places.date-kept"));
});

test("by a clock that was never set there are no dates, and the words stay", async ({ page }) => {
  await page.clock.setFixedTime("1970-01-01T00:00:00Z");
  await pick(page, "07");
  await field(page).fill("まちなか");
  await expect(page.getByText("毎月第3水曜 13:00-15:00")).toBeVisible();
  await expect(page.getByText(say("places.dates"))).toHaveCount(0);
});

test("the own municipality comes first", async ({ page }) => {
  await pick(page, "22");
  const first = await places(page).first().innerText();
  const towns = await list(page, "places.municipality").getByRole("option").allInnerTexts();
  const town = towns.slice(1).find((name) => !first.includes(name)) ?? "";
  expect(town).not.toBe("");
  await list(page, "places.municipality").selectOption({ label: town });
  await expect(places(page).first()).toContainText(town);
  expect(await places(page).count()).toBeGreaterThan(1);
});

test("who runs the site is told of a mistake with the entry's id and nothing else", async ({ page }) => {
  await settings(page, { contact: { name: "見本の運営者", email: "mihon@example.jp" }, prefecture: "22" });
  await come(page);
  await expect(count(page)).toHaveText(/\d+件見つかりました。/);
  const first = places(page).first();
  await first.getByText(say("places.mistake")).click();
  const link = first.getByRole("link", { name: /mihon@example\.jp/ });
  await expect(link).toHaveAttribute("href", /^mailto:mihon@example\.jp\?subject=[a-z0-9-]+$/);
  const id = (await link.getAttribute("href"))?.split("=").at(-1) ?? "";
  expect(ENTRIES.map((row) => row.id)).toContain(id);
  await expect(first).toContainText(id);
  await expectAccessible(page);
});

for (const [what, config] of [
  ["sets no contact", {}],
  ["is broken", "{ not json"],
] as const) {
  test(`where the operator's file ${what}, nothing offers to report a mistake`, async ({ page }) => {
    await settings(page, config);
    await pick(page, "22");
    await expect(page.getByText(say("places.mistake"))).toHaveCount(0);
  });
}

test("the operator's language is the first one of somebody who picked none, and of nobody else", async ({ page }) => {
  await settings(page, { language: "en" });
  await open(page);
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await pickLang(page, "日本語");
  await expect(title(page)).toHaveText(say("start.title"));
  await page.reload();
  await expect(page.locator("#static")).toHaveCount(0);
  await expect(title(page)).toHaveText(say("start.title"));
});

test("the operator's file is asked for once, whichever app is drawn", async ({ page }) => {
  const asked: string[] = [];
  page.on("request", (request) => request.url().endsWith("/config.json") && asked.push(request.url()));
  await open(page);
  await page.getByRole("link", { name: new RegExp(say("start.places")) }).click();
  await expect(title(page)).toHaveText(say("places.title"));
  await expect(list(page, "places.prefecture")).toBeVisible();
  expect(asked).toHaveLength(1);
});
