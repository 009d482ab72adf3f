// What a person answers stays on the device: nothing of it is in a request, an address, a title or a place that lasts.
import { type Page, type Request } from "@playwright/test";

import { type Lang, choice, heard, say } from "./content.ts";
import { PLACES, expect, open, test } from "./helpers.ts";
import { type Answers, MANY, SCREENS, goTo, keep, pick, screen, title } from "./visit.ts";

/** Everything that leaves the browser, in its order. */
function requestsOf(page: Page): Request[] {
  const requests: Request[] = [];
  page.on("request", (request) => requests.push(request));
  return requests;
}

/** The files asked for, each once, in the order of their names, but for icon and pictograms, which browsers fetch when they like. */
function files(requests: Request[]): string[] {
  const names = requests.map((request) => request.url().replace(PLACES.receiver, "/"));
  return [...new Set(names.filter((name) => !/elsewhere$|icon-|pictograms-/.test(name)))].sort();
}

/** Opens every screen that these answers have. */
async function wholeVisit(page: Page, answers: Answers): Promise<void> {
  await keep(page, answers);
  await open(page);
  for (const address of ["#/check/1", "#/check/4", "#/review", "#/result"]) {
    await page.goto(address);
    await expect(title(page)).toBeVisible();
  }
  await expect(page.getByRole("article").first()).toBeVisible();
  const n = await page
    .getByRole("article")
    .filter({ has: page.locator('[id^="card-"]') })
    .count();
  for (let place = 1; place <= n; place++) await page.goto(`#/result/${place}`);
  for (const address of ["#/help", "#/places", "#/about", "#/privacy"]) await page.goto(address);
  await expect(title(page)).toHaveText(say("crisis-privacy-title"));
}

test("two visits with other answers make the same requests, but for the file of the prefecture", async ({ browser }) => {
  const asked = async (answers: Answers): Promise<string[]> => {
    const page = await browser.newPage({ baseURL: PLACES.receiver });
    const requests = requestsOf(page);
    await wholeVisit(page, answers);
    await page.close();
    return files(requests);
  };
  const [first, second, third] = [
    await asked(MANY),
    await asked({ role: "bereaved", worries: ["feelings", "peers"], prefecture: "07" }),
    await asked({ worries: ["none_today"] }),
  ];
  const entries = (name: string) => /^\/assets\/entries-\d\d-[0-9a-f]{16}\.bin$/.test(name);
  expect(first.filter(entries)).toEqual([expect.stringContaining("entries-22-")]);
  expect(second.filter(entries)).toEqual([expect.stringContaining("entries-07-")]);
  expect(third.filter(entries)).toEqual([]);
  expect(first.filter((name) => !entries(name))).toEqual(third);
  expect(second.filter((name) => !entries(name))).toEqual(third);
});

test("a change of language asks for the words of that language and nothing else", async ({ page }) => {
  await goTo(page, screen("the result"));
  const requests = requestsOf(page);
  await pick(page, "English");
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  expect(files(requests)).toEqual(
    ["guide", "words"].map((name) => expect.stringMatching(`^/assets/${name}-en-[0-9a-f]{16}\\.bin$`)),
  );
});

test("answering asks for nothing until a prefecture is chosen, and then for its file alone", async ({ page }) => {
  await open(page, "#/check/4");
  const requests = requestsOf(page);
  for (const worry of ["money", "feelings", "end_of_life"])
    await page.getByRole("checkbox", { name: choice("worries", worry) }).check();
  await page.goto("#/review");
  await expect(title(page)).toHaveText(say("review.title"));
  const last = (await page.getByRole("link", { name: /^変える/ }).all()).length;
  await page.goto(`#/check/${last}`);
  expect(files(requests)).toEqual([]);
  const arrived = page.waitForRequest(/entries-22-/);
  await page.getByRole("combobox").selectOption({ label: choice("prefecture", "22") });
  await arrived;
  expect(files(requests)).toEqual([expect.stringMatching(/^\/assets\/entries-22-[0-9a-f]{16}\.bin$/)]);
});

test("every request only fetches, from the own host, without a body, a cookie or where it came from", async ({ page }) => {
  const requests = requestsOf(page);
  await wholeVisit(page, MANY);
  await pick(page, "English");
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  expect(requests.length).toBeGreaterThan(5);
  for (const request of requests) {
    expect(request.method()).toBe("GET");
    expect(request.postData()).toBeNull();
    expect(request.url().startsWith(PLACES.receiver), request.url()).toBe(true);
    expect(new URL(request.url()).search).toBe("");
    const headers = await request.allHeaders();
    expect(headers.referer ?? "").toBe("");
    expect(headers.cookie).toBeUndefined();
  }
});

test("no address, title or state of the history names an answer or a topic", async ({ page }) => {
  const seen: { title: string; address: string; state: unknown }[] = [];
  for (const shown of SCREENS) {
    await goTo(page, shown);
    seen.push(await page.evaluate(() => ({ title: document.title, address: location.href, state: history.state })));
  }
  const names = ["review.title", "result.title", "places.title", "frame.settings", "keep.title", "shared.title", "sheet.title", "counter.title", "about.title", "crisis-privacy-title", "not-found.title"];
  const titles = new RegExp(`^((質問 \\d+（全\\d+問）|${names.map((key) => say(key)).join("|")}) \\| )?${say("app.name")}$`);
  for (const { title, address, state } of seen) {
    expect(title).toMatch(titles);
    expect(address.replace(PLACES.receiver, "")).toMatch(
      /^(#\/(check\/\d+|review|result(\/\d+)?|places|settings|keep|s|sheet|counter|help|about|privacy|nowhere)?)?$/,
    );
    expect(state).toBeNull();
  }
});

test("help now has the title of the start page and is kept nowhere", async ({ page }) => {
  await open(page);
  const before = await page.title();
  const length = await page.evaluate(() => sessionStorage.length);
  await page.getByRole("complementary").getByRole("link").click();
  await expect(title(page)).toHaveText(say("crisis-title"));
  await expect(page).toHaveTitle(before);
  expect(await page.evaluate(() => sessionStorage.length)).toBe(length);
});

test("nothing is kept but two keys of the tab, and nothing that outlasts it", async ({ page, context }) => {
  await wholeVisit(page, MANY);
  await pick(page, "English");
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  const lasting = await page.evaluate(async () => ({
    tab: Object.keys(sessionStorage).sort(),
    local: localStorage.length,
    databases: await indexedDB.databases(),
    cookies: document.cookie,
    name: window.name,
  }));
  expect(lasting).toEqual({ tab: ["tomoni-answers", "tomoni-lang"], local: 0, databases: [], cookies: "", name: "" });
  expect(await context.cookies()).toEqual([]);
});

test("erasing leaves nothing of the answers in the tab", async ({ page }) => {
  await goTo(page, screen("the result"));
  await page.getByRole("button", { name: say("result.erase") }).click();
  await expect(title(page)).toHaveText(say("start.title"));
  const left = await page.evaluate(() => Object.entries(sessionStorage).filter(([key]) => key !== "tomoni-lang"));
  expect(left).toEqual([]);
});

test("a link to another site says so, tells that site nothing and leads to no page of a topic", async ({ page }) => {
  let n = 0;
  for (const shown of SCREENS) {
    await goTo(page, shown);
    const links = page.locator('a[href^="http"]');
    n += await links.count();
    for (const link of await links.all()) {
      expect(await link.getAttribute("rel")).toMatch(/noreferrer/);
      await expect(link).toContainText(say("frame.other-site"));
    }
    await expect(page.locator('a[href*="guide/"], a[href*="contacts/"]')).toHaveCount(0);
  }
  expect(n).toBeGreaterThan(10);
});

test("the page about privacy names both requests that depend on a person", async ({ page }) => {
  for (const lang of ["ja", "ja-x-easy", "en"] as Lang[]) {
    await goTo(page, screen("the page about privacy"), lang);
    await expect(page.getByText(heard("crisis-privacy-requests", lang))).toBeVisible();
  }
});

test("the pictograms are fetched with the first question, whatever is answered, and not on the start page", async ({ page }) => {
  const requests = requestsOf(page);
  const fetched = () => requests.filter((request) => /pictograms-/.test(request.url())).length;
  await open(page);
  await page.waitForLoadState("networkidle");
  expect(fetched()).toBe(0);
  await page.goto("#/check/1");
  await expect.poll(fetched).toBe(1);
});
