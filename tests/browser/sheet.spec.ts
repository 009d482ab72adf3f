// The hand-over sheet: one page on paper, a code that says the same, and own words that go nowhere.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

import type { Page } from "@playwright/test";

import { type Lang, heard, say, table } from "./content.ts";
import { PLACES, expect, open, test } from "./helpers.ts";
import { TOP } from "./servers.ts";
import { type Answers, MANY, copyOf, keep } from "./visit.ts";

const require = createRequire(import.meta.url);
const jsqr = require("jsqr") as (data: Uint8ClampedArray, width: number, height: number) => { data: string } | null;
const { PNG } = require("pngjs") as { PNG: { sync: { read(file: Buffer): { data: Buffer; width: number; height: number } } } };

const LANGS: Lang[] = ["ja", "ja-x-easy", "en"];

/** Something that nothing else on the page or in the content says. */
const OWN = "みほん語りごと12345";

const number = (page: Page) => page.locator(".number");

/** Every choice that can stand beside others, and the first of every other question: no visit says more. */
function everything(): Answers {
  const lists = new Map<string, string[]>();
  for (const row of table("choices")) {
    if (row.exclusive === "" && row.name !== undefined) lists.set(row.list_name, [...(lists.get(row.list_name) ?? []), row.name]);
  }
  const answers: Answers = {};
  for (const row of table("survey")) {
    const [type, list] = row.type.split(" ");
    const choices = lists.get(list) ?? [];
    if (row.name !== "municipality") answers[row.name] = type === "select_one" ? choices[0] : choices;
  }
  return { ...answers, most: "money" };
}

/** The same with only so many of each question's choices. */
function atMost(n: number): Answers {
  return Object.fromEntries(Object.entries(everything()).map(([name, chosen]) => [name, Array.isArray(chosen) ? chosen.slice(0, n) : chosen]));
}

async function openSheet(page: Page, answers: Answers, lang: Lang = "ja"): Promise<void> {
  await keep(page, answers);
  await open(page, `${copyOf(lang)}#/sheet`);
  await expect(number(page)).toBeVisible();
}

/** The number of pages of the printed screen. */
async function pages(page: Page): Promise<number> {
  const pdf = await page.pdf({ preferCSSPageSize: true, scale: 1 });
  return (pdf.toString("latin1").match(/\/Type\s*\/Page\b(?!s)/g) ?? []).length;
}

for (const lang of LANGS) {
  test(`the sheet is one page with nothing cut off, in ${lang}`, async ({ page }) => {
    for (const answers of [{}, { worries: ["unsure"] }, MANY, atMost(2), atMost(4), atMost(8), everything()]) {
      await openSheet(page, answers, lang);
      await page.getByLabel(heard("sheet.own", lang)).fill("見".repeat(200));
      await expect(page.locator(".own")).toHaveText("見".repeat(200));
      expect(await pages(page), JSON.stringify(answers)).toBe(1);
      await page.emulateMedia({ media: "print" });
      // A4 without its margins, at 96 dots an inch.
      await page.setViewportSize({ width: Math.round((186 / 25.4) * 96), height: 1047 });
      const leaf = await page.locator(".leaf").evaluate((leaf) => [leaf.scrollHeight, leaf.clientHeight]);
      // Both are rounded.
      expect(leaf[0], JSON.stringify(answers)).toBeLessThanOrEqual(leaf[1] + 1);
      // 25 mm at 96 dots an inch.
      const qr = await page.locator(".qr").boundingBox();
      expect(qr?.width).toBeGreaterThanOrEqual((25 / 25.4) * 96);
      await page.emulateMedia({ media: null });
      await page.setViewportSize({ width: 360, height: 740 });
    }
  });
}

test("a camera reads the code on the screen, and it is the number beside it", async ({ page }) => {
  for (const answers of [MANY, everything()]) {
    await openSheet(page, answers);
    const { data, width, height } = PNG.sync.read(await page.locator(".qr").screenshot());
    const read = jsqr(new Uint8ClampedArray(data), width, height);
    const written = ((await number(page).textContent()) ?? "").replaceAll(" ", "");
    expect(read?.data).toBe(`${PLACES.receiver}#/counter/${written}`);
    const alternative = await page.getByRole("img").getAttribute("aria-label");
    expect(alternative).toContain(await number(page).textContent());
  }
});

test("what the person writes is on the paper and nowhere else", async ({ page, context }) => {
  const requests: string[] = [];
  context.on("request", (request) => requests.push(request.url() + (request.postData() ?? "")));
  await openSheet(page, MANY);
  const before = await number(page).textContent();
  const n_requests = requests.length;
  await page.getByLabel(heard("sheet.own", "ja")).fill(OWN);
  await expect(page.locator(".own")).toHaveText(OWN);
  expect(await number(page).textContent()).toBe(before);
  expect(requests.slice(n_requests)).toEqual([]);
  const kept = await page.evaluate(() => JSON.stringify([{ ...sessionStorage }, { ...localStorage }, history.state, document.title, location.href, document.cookie]));
  expect(kept).not.toContain(OWN);
  await page.reload();
  await expect(page.getByLabel(heard("sheet.own", "ja"))).toHaveValue("");
});

test("erasing takes the written words and the ticks away", async ({ page }) => {
  await openSheet(page, MANY);
  await page.getByLabel(heard("sheet.own", "ja")).fill(OWN);
  await page.getByRole("checkbox", { name: heard("sheet.first-visit", "ja") }).check();
  await page.getByRole("button", { name: heard("result.erase", "ja") }).click();
  await page.goto(`${PLACES.receiver}#/sheet`);
  await expect(page.getByLabel(heard("sheet.own", "ja"))).toHaveValue("");
  await expect(page.getByRole("checkbox", { name: heard("sheet.first-visit", "ja") })).not.toBeChecked();
});

test("a question that is unticked is not on the paper", async ({ page }) => {
  await openSheet(page, MANY);
  const questions = page.locator(".leaf ol > li");
  await expect(questions).toHaveCount(5);
  const first = page.locator("fieldset").getByRole("checkbox").first();
  await first.uncheck();
  await expect(questions).toHaveCount(4);
});

test("who would rather not talk about the time ahead says only that", async ({ page }) => {
  await openSheet(page, { worries: ["end_of_life", "money"], eol_kind: ["not_yet"], most: "end_of_life" });
  const leaf = page.locator(".leaf");
  await expect(leaf).toContainText(say("sheet.not-yet"));
  const said = ((await leaf.textContent()) ?? "").replace(say("sheet.not-yet"), "");
  const ahead = table("choices").filter((row) => row.name === "end_of_life" || row.list_name === "eol_kind");
  expect(ahead.length).toBeGreaterThan(1);
  for (const row of ahead) expect(said).not.toContain(row["label::日本語 (ja)"]);
});

test("beside another language stands the Japanese", async ({ page }) => {
  await openSheet(page, MANY, "en");
  const leaf = page.locator(".leaf");
  await expect(leaf).toContainText(say("sheet.title", "en"));
  await expect(leaf).toContainText(say("sheet.title"));
  await expect(leaf.locator('[lang="ja"]', { hasText: "お金のこと" }).first()).toBeVisible();
  const asks = readFileSync(join(TOP, "content/text-ask.csv"), "utf8");
  const said = await page.locator(".leaf ol > li").first().locator('[lang="ja"]').textContent();
  expect(asks).toContain((said ?? "").trim());
});
