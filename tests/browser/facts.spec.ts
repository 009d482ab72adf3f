// Facts carry their source and date; which digits are shown, and how they are marked, is fixed by content/README.md.
import { type Page } from "@playwright/test";

import { type Row, choice, say, table } from "./content.ts";
import { expect, open, test } from "./helpers.ts";
import { WITHOUT_PLACES, keep, title } from "./visit.ts";

const ENTRIES = table("entries");
const MARK = "要確認";

interface Shown {
  name: string;
  kind: string;
  digits: string[];
  isMarked: boolean[];
  /** Whether the official page stands above the digits; nothing where one of them is missing. */
  isPageFirst?: boolean;
  text: string;
}

/** The contact points on the page, in their order. */
function shown(page: Page): Promise<Shown[]> {
  return page.locator("main article.contact").evaluateAll(
    (articles, mark) =>
      articles.map((article) => {
        const calls = [...article.querySelectorAll<HTMLAnchorElement>('a[href^="tel:"]')];
        const site = article.querySelector('a[href^="http"]');
        const first = calls[0];
        return {
          name: article.querySelector("h2, h3, h4")?.textContent ?? "",
          kind: article.querySelector("h2 + p, h3 + p, h4 + p")?.textContent ?? "",
          digits: calls.map((call) => call.href.slice(4)),
          isMarked: calls.map((call) => call.parentElement?.textContent?.includes(mark) ?? false),
          isPageFirst: site && first ? (site.compareDocumentPosition(first) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0 : undefined,
          text: article.textContent ?? "",
        };
      }),
    MARK,
  );
}

/** Picks a prefecture in the directory, and has all of its places shown. */
async function pick(page: Page, code: string): Promise<void> {
  await page.getByRole("combobox", { name: say("places.prefecture") }).selectOption({ label: choice("prefecture", code) });
  if (!ENTRIES.some(({ prefecture }) => prefecture === code)) return;
  await expect(page.getByRole("status")).toHaveText(/\d+件見つかりました。/);
  const more = page.getByRole("button", { name: /つぎの\d+件を表示する/ });
  while (await more.isVisible()) await more.click();
}

/** The rule of content/README.md: only a recent official fact within its check-by date, or one that somebody called, goes unmarked. */
function isSure(row: Row, today: string): boolean {
  const isVerified = row.verified_on !== "" && row.verified_by !== "";
  const isRecent = row.confidence === "official-recent" && row.source_date !== "";
  return (isVerified || isRecent) && row.check_by !== undefined && today <= row.check_by;
}

const numbersOf = (row: Row): string[] =>
  [row.phone, row.phone2].map((phone) => (phone ?? "").replace(/\D/g, "")).filter((phone) => phone !== "");

// The second day is after the last check-by date of all; on the first some facts are still sure.
for (const today of ["2026-11-24", "2029-01-01"]) {
  test(`on ${today} every number of the directory is marked by the rule, and stands below its official page when it is`, async ({
    page,
  }) => {
    await page.clock.setFixedTime(`${today}T10:00:00+09:00`);
    await open(page, "#/places");
    const marks = new Set<boolean>();
    for (const code of [...new Set(ENTRIES.map((row) => row.prefecture ?? ""))].sort()) {
      await pick(page, code);
      const articles = await shown(page);
      for (const row of ENTRIES.filter(({ prefecture }) => prefecture === code)) {
        const found = articles.find(({ name, kind }) => name === row.name && kind === say(`kind.${row.kind}`));
        expect(found, `${row.id} is on the page`).toBeDefined();
        expect(found?.digits, row.id).toEqual(numbersOf(row));
        const isMarked = !isSure(row, today);
        expect(found?.isMarked, row.id).toEqual(numbersOf(row).map(() => isMarked));
        if (row.url !== "" && numbersOf(row).length > 0) expect(found?.isPageFirst, row.id).toBe(isMarked);
        expect(found?.text, row.id).toMatch(row.checked_on ? /確認日：\d{4}年/ : /確認日不明/);
        if (numbersOf(row).length > 0) marks.add(isMarked);
      }
    }
    expect([...marks].sort()).toEqual(today < "2029" ? [false, true] : [true]);
  });
}

test("a fact is sure up to its check-by date, and marked from the day after", async ({ page }) => {
  const row = ENTRIES.find((row) => row.phone !== "" && isSure(row, "2026-11-24"));
  if (row === undefined) throw new Error("no number is sure on that day");
  const last = new Date(`${row.check_by}T23:00:00+09:00`);
  for (const [day, isMarked] of [
    [last, false],
    [new Date(last.getTime() + 2 * 3_600_000), true],
  ] as const) {
    await page.clock.setFixedTime(day);
    await page.goto("about:blank");
    await open(page, "#/places");
    await pick(page, row.prefecture ?? "");
    const found = (await shown(page)).find(({ name }) => name === row.name);
    expect(found?.isMarked).toEqual(numbersOf(row).map(() => isMarked));
  }
});

test("by a clock that was never set, everything is marked and nothing is missing", async ({ page }) => {
  await page.clock.setFixedTime("1970-01-01T00:00:00Z");
  await open(page, "#/places");
  await pick(page, "22");
  const articles = (await shown(page)).filter(({ digits }) => digits.length > 0);
  expect(articles.length).toBeGreaterThan(5);
  expect(articles.flatMap(({ isMarked }) => isMarked)).not.toContain(false);
});

test("the mark is explained once for all that carry it", async ({ page }) => {
  await open(page, "#/places");
  await pick(page, "22");
  const explained = page.getByText(say("entry.to-verify-note"));
  expect(await explained.count()).toBeGreaterThanOrEqual(1);
  expect(await explained.count()).toBeLessThanOrEqual(2);
});

test("the name in the hospital and the place in the building are shown where they are known", async ({ page }) => {
  for (const [column, label] of [
    ["alias", "entry.alias"],
    ["place", "entry.place"],
    ["who_can_use", "entry.who"],
  ] as const) {
    const row = ENTRIES.find((row) => row[column] !== "");
    if (row === undefined) throw new Error(`no entry has ${column}`);
    await open(page, "#/places");
    await pick(page, row.prefecture ?? "");
    const article = page.getByRole("article").filter({ has: page.getByRole("heading", { name: row.name, exact: true }) });
    const known = article.filter({ has: page.getByRole("term").filter({ hasText: say(label) }) });
    await expect(known.first()).toContainText(row[column] ?? "");
    await page.goto("about:blank");
  }
});

test("a source that is no public body, hospital or the organization itself is not named or linked", async ({ page }) => {
  const hidden = ENTRIES.filter((row) => row.source_kind === "other" && row.source_name !== "");
  expect(hidden.length).toBeGreaterThan(0);
  for (const code of [...new Set(hidden.map((row) => row.prefecture ?? ""))]) {
    await open(page, "#/places");
    await pick(page, code);
    const articles = await shown(page);
    const named = articles.filter(({ text }) =>
      hidden.some((row) => row.prefecture === code && row.name !== "" && text.includes(row.source_name ?? "")),
    );
    expect(named.map(({ name }) => name)).toEqual([]);
    await page.goto("about:blank");
  }
});

test("the kind of place can be chosen, and the number found is told", async ({ page }) => {
  await open(page, "#/places");
  await pick(page, "22");
  const wanted = ENTRIES.filter((row) => row.prefecture === "22" && row.kind === "support_centre");
  await page.getByText(say("places.filters"), { exact: true }).click();
  await page.getByRole("combobox", { name: say("places.kind") }).selectOption({ label: say("kind.support_centre") });
  await expect(page.getByRole("status")).toHaveText(say("places.found", "ja", { n: String(wanted.length) }));
  for (const row of wanted) await expect(page.getByRole("heading", { name: row.name, exact: true })).toBeVisible();
});

test("where no place is known, the directory says so, names the official search and says what to ask", async ({ page }) => {
  expect(WITHOUT_PLACES.length).toBeGreaterThanOrEqual(20);
  await open(page, "#/places");
  for (const code of WITHOUT_PLACES) {
    await pick(page, code);
    const name = choice("prefecture", code);
    await expect(page.getByRole("status")).toHaveText(say("entry.none", "ja", { prefecture: name }));
    await expect(page.getByText("がん相談支援センターにつないでください").first()).toBeVisible();
    const search = page.getByRole("link", { name: say("entry.official-search") }).first();
    await expect(search).toHaveAttribute("href", "https://ganjoho.jp/public/institution/consultation/cisc/cisc.html");
    await expect(page.locator("main :is(ul, ol, dl):empty")).toHaveCount(0);
    await expect(page.getByRole("combobox", { name: say("places.kind") })).toHaveCount(0);
  }
});

test("where no place is known, the card of the center says so, names the official search and says what to ask", async ({
  page,
}) => {
  const code = WITHOUT_PLACES.at(0) ?? "";
  await keep(page, { role: "patient", worries: ["feelings"], prefecture: code });
  await open(page, "#/result");
  const card = page
    .getByRole("article")
    .filter({ has: page.locator("#card-consult-centre") })
    .first();
  await card.getByRole("link", { name: say("result.details") }).click();
  await expect(page).toHaveURL(/#\/result\/\d+$/);
  const main = page.getByRole("main");
  await expect(main).toContainText(say("entry.none", "ja", { prefecture: choice("prefecture", code) }));
  await expect(main).toContainText("「がん相談支援センターにつないでください」");
  await expect(main.getByRole("link", { name: say("entry.official-search") }).first()).toBeVisible();
  await expect(page.locator("main :is(ul, ol, dl):empty")).toHaveCount(0);
});

test("without a prefecture the card of the center offers to give one, in its place", async ({ page }) => {
  await keep(page, { role: "patient" });
  await open(page, "#/result");
  const give = page.getByRole("button", { name: say("entry.give-place") });
  await give.first().click();
  await page.getByRole("main").getByRole("combobox").selectOption({ label: choice("prefecture", "22") });
  await expect(title(page)).toHaveText(say("result.title"));
  await expect(give).toHaveCount(0);
  await expect(page.getByRole("article").first().locator('a[href^="tel:"]').first()).toBeVisible();
});

test("a link to an official page opens no other window and can be read as one", async ({ page }) => {
  await open(page, "#/places");
  await pick(page, "22");
  await expect(page.locator("a[target]")).toHaveCount(0);
  for (const link of await page.locator('main a[href^="http"]').all()) await expect(link).toContainText(say("frame.other-site"));
});
