// Whatever is missing, refused or damaged: a plain screen with people to reach, never a blank one.
import { join } from "node:path";

import { type BrowserContext, type Page, type Route } from "@playwright/test";

import { changed, choice, heard, question, say } from "./content.ts";
import { expect, open, test } from "./helpers.ts";
import { MANY, gate, goTo, keep, pick, screen, title } from "./visit.ts";

test.use({ mayComplain: true });

const gone = (route: Route): Promise<void> => route.fulfill({ status: 404 });
const broken = (route: Route): Promise<void> => route.abort();

/** Gives a file with one bit turned in its middle. */
async function damaged(route: Route): Promise<void> {
  const body = await (await route.fetch()).body();
  const middle = body.length >> 1;
  body.writeUInt8(body.readUInt8(middle) ^ 0x10, middle);
  await route.fulfill({ contentType: "application/octet-stream", body });
}

/** The page without the app: it says what is the matter, and everything that needs no app is there. */
async function expectPlain(page: Page, said: "start.cannot" | "start.cannot-load"): Promise<void> {
  const alert = page.getByRole("alert");
  await expect(alert).toBeVisible();
  await expect(alert).toContainText(say(said));
  await expect(alert.getByRole("link", { name: say("start.reload") })).toBeVisible();
  await expectContacts(page);
}

async function expectContacts(page: Page): Promise<void> {
  await expect(title(page)).toBeVisible();
  await expect(page.locator("#app:visible")).toHaveCount(0);
  await expect(page.getByText(say("start.contacts-note"))).toBeVisible();
  await expect(page.getByRole("main").locator('a[href^="https://ganjoho.jp/"]').first()).toBeVisible();
  await expect(page.getByRole("complementary").getByRole("link", { name: say("crisis-strip") })).toBeInViewport();
  await page
    .getByRole("complementary")
    .getByRole("link", { name: say("crisis-strip") })
    .click();
  await expect(page.getByRole("heading", { name: say("crisis-title") })).toBeVisible();
  await expect(page.getByRole("main").locator('a[href="tel:119"]')).toBeVisible();
  await expect(page.getByRole("main").locator('a[href="tel:0120279338"]')).toBeVisible();
}

/** Gives the first half of a file. A single wrong bit of a program may be one that nothing depends on. */
async function cut(route: Route): Promise<void> {
  const body = await (await route.fetch()).body();
  await route.fulfill({ contentType: "application/wasm", body: body.subarray(0, body.length >> 1) });
}

test.describe("a plain page with contacts and help stands where", () => {
  const faults: [string, "start.cannot" | "start.cannot-load", (context: BrowserContext) => Promise<unknown>][] = [
    ["the browser knows no WebAssembly", "start.cannot", (context) => context.addInitScript("delete globalThis.WebAssembly")],
    ["the WebAssembly does not come", "start.cannot", (context) => context.route(/\.wasm$/, broken)],
    ["the WebAssembly is not there", "start.cannot", (context) => context.route(/\.wasm$/, gone)],
    ["the WebAssembly is cut off", "start.cannot", (context) => context.route(/\.wasm$/, cut)],
    ["a policy refuses to compile WebAssembly", "start.cannot", (context) => context.route("**/", withoutWasm)],
    ["the script of the app is not there", "start.cannot", (context) => context.route(/\/app-\w+\.js$/, gone)],
    ["the script of the app does not come", "start.cannot", (context) => context.route(/\/app-\w+\.js$/, broken)],
    ["the rules are not there", "start.cannot-load", (context) => context.route(/rules-/, gone)],
    ["the rules do not come", "start.cannot-load", (context) => context.route(/rules-/, broken)],
    ["the rules are damaged", "start.cannot-load", (context) => context.route(/rules-/, damaged)],
    ["the rules are empty", "start.cannot-load", (context) => context.route(/rules-/, (route) => route.fulfill({ body: "" }))],
    [
      "the rules are a page of the host",
      "start.cannot-load",
      (context) => context.route(/rules-/, (route) => route.fulfill({ body: "<h1>Welcome</h1>" })),
    ],
    ["the words are not there", "start.cannot-load", (context) => context.route(/words-/, gone)],
    ["the words are damaged", "start.cannot-load", (context) => context.route(/words-/, damaged)],
  ];
  for (const [what, said, spoil] of faults) {
    test(what, async ({ page, context }) => {
      await spoil(context);
      await page.goto("");
      await expectPlain(page, said);
    });
  }

  test("the words belong to another pack", async ({ page }) => {
    const packs = changed("sources", (rows) => rows.forEach((row) => (row.name += "。")));
    await page.route(/words-ja-\w/, (route) => route.fulfill({ path: join(packs, "words.ja.pack") }));
    await page.goto("");
    await expectPlain(page, "start.cannot-load");
  });

  test("the app fails in the middle of a visit", async ({ page }) => {
    await goTo(page, screen("the result"));
    await page.evaluate(() => dispatchEvent(new ErrorEvent("error", { error: new WebAssembly.RuntimeError("unreachable") })));
    await expectPlain(page, "start.cannot");
  });

  test("the app fails in the middle of a promise", async ({ page }) => {
    await open(page);
    await page.evaluate(() => void Promise.reject(new WebAssembly.RuntimeError("unreachable")));
    await expectPlain(page, "start.cannot");
  });

  for (const address of ["#/check/1", "#/check/4", "#/result", "#/nowhere"]) {
    test(`the app cannot start at ${address}`, async ({ page }) => {
      await page.route(/\.wasm$/, broken);
      await page.goto(address);
      await expectPlain(page, "start.cannot");
    });
  }
});

/** The page under a policy that forbids WebAssembly. */
async function withoutWasm(route: Route): Promise<void> {
  const html = await (await route.fetch()).text();
  await route.fulfill({ contentType: "text/html; charset=utf-8", body: html.replace(" 'wasm-unsafe-eval'", "") });
}

test("without the script that starts everything, the contacts and help are there", async ({ page }) => {
  await page.route(/\/boot-/, gone);
  await page.goto("");
  await expectContacts(page);
});

test("without the list of files, the contacts and help are there", async ({ page }) => {
  await page.route("**/", async (route) => {
    const html = await (await route.fetch()).text();
    await route.fulfill({ contentType: "text/html; charset=utf-8", body: html.replace('{"', "{") });
  });
  await page.goto("");
  await expectContacts(page);
});

test.describe("where the whole app does not come, a person who has answered", () => {
  for (const [what, spoil] of [
    ["gets no script", (page: Page) => page.route(/\/whole-\w+\.js/, gone)],
    ["gets no WebAssembly", (page: Page) => page.route(/\/whole-\w+\.wasm/, broken)],
    ["gets half of it", (page: Page) => page.route(/\/whole-\w+\.wasm/, cut)],
    ["gets no words of the supports", (page: Page) => page.route(/\/guide-/, gone)],
  ] as const) {
    test(`and ${what} is told so, can call somebody, and finds the answers when trying again`, async ({ page }) => {
      await spoil(page);
      await open(page, "#/check/1");
      await page.getByRole("radio", { name: choice("role", "family"), exact: true }).check();
      await page.evaluate(() => (location.hash = "#/review"));
      await expect(page.locator("#app").getByText(say("start.cannot-load"))).toBeVisible();
      await expect(page.getByRole("main").locator('a[href^="https://ganjoho.jp/"]').first()).toBeVisible();
      await page.unrouteAll();
      await page.getByRole("button", { name: say("result.try-again") }).click();
      await expect(title(page)).toHaveText(say("review.title"));
      await expect(page.getByText(choice("role", "family"), { exact: true })).toBeVisible();
    });
  }
});

test("nothing says that something is still loading once it is known that it cannot", async ({ page }) => {
  await page.route(/\.wasm$/, broken);
  await page.goto("#/check/1");
  await expect(page.getByRole("alert")).toBeVisible();
  await expect(page.getByText(say("start.loading"))).toBeHidden();
});

test("the plain page after a failure is in the language that it says it is in", async ({ page }) => {
  await open(page);
  await pick(page, "English");
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await page.evaluate(() => dispatchEvent(new ErrorEvent("error", { error: new WebAssembly.RuntimeError("unreachable") })));
  await expect(page.getByRole("alert")).toContainText(say("start.cannot"));
  await expect(page.locator("html")).toHaveAttribute("lang", "ja");
});

test("after a failure the page can be loaded again, with the answers", async ({ page }) => {
  await open(page, "#/check/1");
  await page.getByRole("radio", { name: choice("role", "patient") }).check();
  await page.evaluate(() => dispatchEvent(new ErrorEvent("error", { error: new WebAssembly.RuntimeError("unreachable") })));
  await page
    .getByRole("alert")
    .getByRole("link", { name: say("start.reload") })
    .click();
  await expect(page.locator("#static")).toHaveCount(0);
  await page.goto("#/check/1");
  await expect(page.getByRole("radio", { name: choice("role", "patient") })).toBeChecked();
});

test("an error of something else does not end the visit", async ({ page }) => {
  await open(page);
  await page.evaluate(() => dispatchEvent(new ErrorEvent("error", { error: new TypeError("of an extension") })));
  await page.getByRole("link", { name: say("start.check") }).click();
  await expect(title(page)).toHaveText(question("role"));
  await expect(page.getByRole("alert")).toBeHidden();
});

test.describe("where the browser refuses storage, the whole visit works", () => {
  const refusals: [string, string][] = [
    [
      "by refusing the storage itself",
      `Object.defineProperty(window, "sessionStorage", { get() { throw new DOMException("denied", "SecurityError"); } })`,
    ],
    ["by having none", `Object.defineProperty(window, "sessionStorage", { value: null })`],
    [
      "by refusing to read and write",
      `for (const name of ["getItem", "setItem", "removeItem"]) Storage.prototype[name] = () => { throw new DOMException("denied", "QuotaExceededError"); }`,
    ],
  ];
  for (const [how, script] of refusals) {
    test(how, async ({ page }) => {
      await page.addInitScript(script);
      await open(page, "#/check/1");
      await page.getByRole("radio", { name: choice("role", "family") }).check();
      await page.getByRole("button", { name: say("question.next") }).click();
      await expect(title(page)).toHaveText(question("phase", "family"));
      await pick(page, "English");
      await expect(title(page)).toHaveText("Where are things for the person you care about?");
      await page.goto("#/review");
      await expect(page.getByText("I am family, or a partner", { exact: true })).toBeVisible();
      await page.goto("#/result");
      await expect(page.getByRole("article").first()).toBeVisible();
      await page.getByRole("button", { name: say("result.erase", "en") }).click();
      await expect(page.getByText(say("start.erased", "en"))).toBeVisible();
    });
  }
});

test("without the file of the prefecture the result is there, and can be completed", async ({ page }) => {
  await page.route(/entries-22-/, gone);
  await keep(page, { role: "patient", worries: ["feelings"], prefecture: "22" });
  await open(page, "#/result");
  await expect(title(page)).toHaveText(say("result.title"));
  const cards = page.getByRole("article").filter({ has: page.locator('[id^="card-"]') });
  expect(await cards.count()).toBeGreaterThan(1);
  await expect(page.getByText(say("result.entries-failed")).first()).toBeVisible();
  await page.unroute(/entries-22-/);
  await page
    .getByRole("button", { name: say("result.try-again") })
    .first()
    .click();
  await expect(page.getByText(say("result.entries-failed"))).toHaveCount(0);
  await page.goto("#/places");
  await expect(page.getByText(/\d+件見つかりました。/)).toBeVisible();
});

test("with a damaged file of the prefecture the directory says so, and can be completed", async ({ page }) => {
  await page.route(/entries-22-/, damaged);
  await open(page, "#/places");
  await page.getByRole("combobox", { name: say("places.prefecture") }).selectOption({ label: choice("prefecture", "22") });
  await expect(page.getByRole("status")).toHaveText(say("result.entries-failed"));
  await expect(page.getByRole("link", { name: new RegExp(say("entry.official-search")) })).toBeVisible();
  await page.unroute(/entries-22-/);
  await page.getByRole("button", { name: say("result.try-again") }).click();
  await expect(page.getByRole("status")).toHaveText(/\d+件見つかりました。/);
});

test("without the words of the supports the result says so, names the contacts, and can be completed", async ({ page }) => {
  await page.route(/guide-ja-\w+\.bin/, gone);
  await goTo(page, screen("the result"));
  await expect(page.getByRole("status")).toHaveText(say("start.cannot-load"));
  await expect(page.getByText(say("entry.ask-hospital")).first()).toBeVisible();
  await expect(page.getByRole("main").locator('a[href^="https://ganjoho.jp/"]').first()).toBeVisible();
  await expect(page.getByRole("complementary").getByRole("link")).toBeInViewport();
  await page.unroute(/guide-ja-\w+\.bin/);
  await page.getByRole("button", { name: say("result.try-again") }).click();
  await expect(page.getByRole("heading", { name: say("result.first") })).toBeVisible();
});

for (const [what, spoil] of [
  ["not there", gone],
  ["damaged", damaged],
] as const) {
  test(`when the words of another language are ${what} the visit goes on in the language it has`, async ({ page }) => {
    await page.route(/words-en-/, spoil);
    await keep(page, { role: "patient", worries: ["money"] });
    await open(page, "#/check/4");
    const asked = page.waitForResponse(/words-en-/);
    await pick(page, "English");
    await asked;
    await page.getByRole("button", { name: say("question.next") }).click();
    await expect(title(page)).toHaveText(question("money_kind"));
    await expect(page.locator("html")).toHaveAttribute("lang", "ja");
    await expect(page.locator('.langs [aria-pressed="true"]')).toHaveText("日本語");
  });
}

test("a language that was chosen and is not there after a reload gives way to that of the page", async ({ page }) => {
  await open(page);
  await pick(page, "English");
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await page.route(/words-en-/, gone);
  await page.reload();
  await expect(page.locator("#static")).toHaveCount(0);
  await expect(title(page)).toHaveText(say("start.title"));
  await expect(page.locator("html")).toHaveAttribute("lang", "ja");
});

test("offline after the start, everything that was loaded goes on", async ({ page, context }) => {
  await page.addInitScript(() => addEventListener("tomoni-called", () => Object.assign(globalThis, { isCalled: true })));
  await keep(page, { role: "patient", worries: ["money"] });
  await open(page, "#/check/4");
  // The whole app comes while the question is read.
  await page.waitForFunction(() => "isCalled" in globalThis);
  await context.setOffline(true);
  await page.getByRole("button", { name: say("question.next") }).click();
  await page.getByRole("checkbox", { name: choice("money_kind", "debt") }).check();
  await page.goto("#/result");
  await expect(title(page)).toHaveText(say("result.title"));
  await page.getByRole("complementary").getByRole("link").click();
  await expect(title(page)).toHaveText(say("crisis-title"));
  await page.goto("#/places");
  await page.getByRole("combobox", { name: say("places.prefecture") }).selectOption({ label: choice("prefecture", "22") });
  await expect(page.getByRole("status")).toHaveText(say("result.entries-failed"));
  await context.setOffline(false);
  await page.getByRole("button", { name: say("result.try-again") }).click();
  await expect(page.getByRole("status")).toHaveText(/\d+件見つかりました。/);
});

test("while the file of the prefecture is on its way, the result waits and then comes whole", async ({ page }) => {
  const arrival = gate();
  await page.route(/entries-22-/, async (route) => {
    await arrival.opened;
    await route.continue();
  });
  await keep(page, MANY);
  await open(page, "#/result");
  await expect(page.getByRole("status")).toHaveText(heard("result.loading"));
  await expect(page.getByRole("complementary").getByRole("link")).toBeInViewport();
  arrival.open();
  await expect(page.getByRole("article").first()).toBeVisible();
  await expect(title(page)).toHaveText(say("result.title"));
});
