// Taking something along: saved only when asked, erased for good, and a link that leaves no trace in the address.
import { readFileSync } from "node:fs";

import { type Page } from "@playwright/test";

import { choice, heard, say, support } from "./content.ts";
import { PLACES, expect, expectAccessible, open, test } from "./helpers.ts";
import { type Answers, MANY, gate, goTo, keep, kept, screen, title } from "./visit.ts";

const AHEAD: Answers = { ...MANY, worries: ["money", "end_of_life"], eol_kind: ["talk_wishes"], most: "end_of_life" };

const press = (page: Page, key: string) => page.getByRole("button", { name: heard(key) }).click();

/** Everything that is kept, in the tab and on the device. */
const stored = (page: Page) => page.evaluate(() => ({ tab: { ...sessionStorage }, device: { ...localStorage } }));

async function atKeep(page: Page, answers: Answers = MANY): Promise<void> {
  await keep(page, answers);
  await open(page, "#/keep");
  await expect(title(page)).toHaveText(say("keep.title"));
}

/** The link that is copied for these answers, and everything that was asked for meanwhile. */
async function copied(page: Page, answers: Answers, what: "share.answers" | "share.supports"): Promise<string> {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, "share", { value: undefined });
    Object.defineProperty(navigator, "clipboard", {
      value: { writeText: (text: string) => Promise.resolve(void (globalThis as any).copies.push(text)) },
    });
    (globalThis as any).copies = [];
  });
  await atKeep(page, answers);
  await page.getByRole("radio", { name: heard(what) }).check();
  await press(page, "share.copy");
  await expect(page.getByText(say("share.copied"))).toBeVisible();
  return page.evaluate(() => (globalThis as any).copies.at(-1));
}

/** The link, and a fresh visit to open it in. */
async function linked(page: Page, answers: Answers = MANY, what: "share.answers" | "share.supports" = "share.answers"): Promise<string> {
  const link = await copied(page, answers, what);
  expect(link.startsWith(`${PLACES.receiver}#/s/`), link).toBe(true);
  return link;
}

test("nothing outlasts the tab before the button is pressed, and then it is offered on the start page of another tab", async ({ page, context }) => {
  await atKeep(page);
  expect((await stored(page)).device).toEqual({});
  await expect(page.getByText(say("save.who-sees"))).toBeVisible();
  await press(page, "save.do");
  await expect(page.getByText(say("save.done"))).toBeVisible();
  expect(Object.keys((await stored(page)).device)).toEqual(["tomoni-saved"]);
  const later = await context.newPage();
  await open(later);
  expect(await kept(later)).toBeNull();
  await press(later, "start.continue");
  await expect(title(later)).not.toHaveText(say("start.title"));
  const sorted = async (tab: Page) => (await kept(tab))?.split(";").sort();
  expect(await sorted(later)).toEqual(await sorted(page));
});

test("erasing empties both storages", async ({ page, context }) => {
  await atKeep(page);
  await press(page, "save.do");
  await press(page, "result.erase");
  await expect(title(page)).toHaveText(say("start.title"));
  expect(await stored(page)).toEqual({ tab: {}, device: {} });
  const later = await context.newPage();
  await open(later);
  await expect(later.getByRole("button", { name: heard("start.continue") })).toHaveCount(0);
});

test("what is saved can be erased from the start page without going on with it", async ({ page, context }) => {
  await atKeep(page);
  await press(page, "save.do");
  const later = await context.newPage();
  await open(later);
  await press(later, "start.erase");
  await expect(later.getByText(say("start.erased"))).toBeVisible();
  expect(await stored(later)).toEqual({ tab: {}, device: {} });
});

for (const [how, script] of [
  ["refuses storage", () => Object.defineProperty(globalThis, "localStorage", { get: () => { throw new DOMException("no", "SecurityError"); } })],
  ["has no room", () => { Storage.prototype.setItem = () => { throw new DOMException("full", "QuotaExceededError"); }; }],
] as const) {
  test(`a browser that ${how} says so, and the visit goes on`, async ({ page }) => {
    await page.addInitScript(script);
    await open(page, "#/keep");
    await press(page, "save.do");
    await expect(page.getByText(say("save.refused"))).toBeVisible();
    await page.getByRole("link", { name: heard("result.back") }).first().click();
    await expect(title(page)).toHaveText(say("result.title"));
  });
}

test("a link leaves the address before the app is there, and nothing asks for it; back does not lead to it", async ({ page, context }) => {
  const link = await linked(page);
  const code = link.split("/").at(-1) ?? "";
  const other = await context.newPage();
  const asked: string[] = [];
  other.on("request", (request) => asked.push(request.url(), JSON.stringify(request.headers()), request.postData() ?? ""));
  await other.addInitScript(() => {
    const seen: Record<string, string> = ((globalThis as any).seen = {});
    addEventListener("DOMContentLoaded", () => (seen.ready = location.href));
  });
  const wasm = gate();
  await other.route(/\.wasm$/, async (route) => {
    await wasm.opened;
    await route.continue();
  });
  await other.goto("about:blank");
  const before = await other.evaluate(() => history.length);
  await other.goto(link);
  expect(await other.evaluate(() => (globalThis as any).seen.ready)).toBe(`${PLACES.receiver}#/s`);
  await expect(other.locator("#static")).toBeVisible();
  expect(other.url()).toBe(`${PLACES.receiver}#/s`);
  wasm.open();
  await expect(title(other)).toHaveText(say("shared.title"));
  expect(other.url()).toBe(`${PLACES.receiver}#/s`);
  expect(await other.evaluate(() => ({ length: history.length, state: history.state }))).toEqual({ length: before + 1, state: null });
  expect(await stored(other)).toEqual({ tab: {}, device: {} });
  await press(other, "shared.adopt");
  await expect(title(other)).toHaveText(say("result.title"));
  await other.goBack();
  expect(other.url()).toBe("about:blank");
  expect(asked.length).toBeGreaterThan(10);
  for (const said of asked) expect(said).not.toContain(code);
});

test("a link opened in a tab where the app runs leaves the address too", async ({ page, context }) => {
  const link = await linked(page);
  const other = await context.newPage();
  await open(other, "#/about");
  await other.evaluate((fragment) => void (location.hash = fragment), new URL(link).hash);
  await expect(title(other)).toHaveText(say("shared.title"));
  expect(other.url()).toBe(`${PLACES.receiver}#/s`);
  await other.goBack();
  await expect(title(other)).toHaveText(say("about.title"));
  await other.goForward();
  await expect(title(other)).toHaveText(say("shared.title"));
  expect(other.url()).toBe(`${PLACES.receiver}#/s`);
});

test("a link shows its answers in words and replaces nobody's answers unasked", async ({ page, context }) => {
  const link = await linked(page);
  const other = await context.newPage();
  await keep(other, { role: "family", worries: ["feelings"] });
  await other.goto(link);
  await expect(title(other)).toHaveText(say("shared.title"));
  await expect(other.getByText(say("shared.own"))).toBeVisible();
  await expect(other.getByRole("definition").filter({ hasText: choice("money_kind", "income_loss") })).toBeVisible();
  await expect(other.getByRole("heading", { name: support("sickness-allowance", "name") })).toBeVisible();
  expect(await kept(other)).toBe("role=family;worries=feelings");
  await press(other, "shared.keep-own");
  await expect(title(other)).toHaveText(say("start.title"));
  expect(await kept(other)).toBe("role=family;worries=feelings");
  await other.goto(link);
  await press(other, "shared.replace");
  await expect(title(other)).toHaveText(say("result.title"));
  expect(await kept(other)).toContain("role=patient");
});

test("the time ahead is in no link, and the sender reads that it is left out", async ({ page, context }) => {
  const link = await linked(page, AHEAD);
  await expect(page.getByText(say("share.left-out"))).toBeVisible();
  const other = await context.newPage();
  await other.goto(link);
  await expect(title(other)).toHaveText(say("shared.title"));
  await expect(other.getByText(choice("worries", "end_of_life"))).toHaveCount(0);
  await expect(other.getByText(support("acp", "name"))).toHaveCount(0);
  await press(other, "shared.adopt");
  await expect(title(other)).toHaveText(say("result.title"));
  expect(await kept(other)).not.toMatch(/end_of_life|eol_kind/);
});

test("a link with supports alone shows them without answers, places or reasons", async ({ page, context }) => {
  const link = await linked(page, MANY, "share.supports");
  const other = await context.newPage();
  const entries: string[] = [];
  other.on("request", (request) => /entries-/.test(request.url()) && entries.push(request.url()));
  await other.goto(link);
  await expect(title(other)).toHaveText(say("shared.title"));
  const cards = other.getByRole("article").filter({ hasText: say("shared.reason") });
  expect(await cards.count()).toBeGreaterThan(3);
  await expect(other.getByText(choice("money_kind", "income_loss"))).toHaveCount(0);
  await expect(other.getByRole("button", { name: heard("shared.adopt") })).toHaveCount(0);
  expect(entries).toEqual([]);
});

for (const [what, code] of [
  ["cut off", (code: string) => code.slice(0, -6)],
  ["changed in one letter", (code: string) => (code[8] === "7" ? `${code.slice(0, 8)}8` : `${code.slice(0, 8)}7`) + code.slice(9)],
  ["no code at all", () => "がん"],
] as const) {
  test(`a link that is ${what} says so, names somebody and applies nothing`, async ({ page, context }) => {
    const whole = await linked(page);
    const other = await context.newPage();
    await other.goto(`${PLACES.receiver}#/s/${code(whole.split("/").at(-1) ?? "")}`);
    await expect(title(other)).toHaveText(say("shared.damaged"));
    expect(other.url()).toBe(`${PLACES.receiver}#/s`);
    await expect(other.getByRole("main").locator('a[href^="https://ganjoho.jp/"]').first()).toBeVisible();
    await press(other, "shared.decline");
    await expect(title(other)).toHaveText(say("start.title"));
    expect(await stored(other)).toEqual({ tab: {}, device: {} });
  });
}

test("a reload of an opened link leads to the start page", async ({ page, context }) => {
  const link = await linked(page);
  const other = await context.newPage();
  await other.goto(link);
  await expect(title(other)).toHaveText(say("shared.title"));
  await other.reload();
  await expect(title(other)).toHaveText(say("start.title"));
  expect(await stored(other)).toEqual({ tab: {}, device: {} });
});

test("where a browser can hand a link to another app, the link alone is handed on", async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, "share", { value: (data: ShareData) => Promise.resolve(void ((globalThis as any).handed = data)) });
  });
  await atKeep(page);
  await press(page, "share.send");
  await expect(page.getByText(say("share.done"))).toBeVisible();
  const handed = await page.evaluate(() => (globalThis as any).handed);
  expect(Object.keys(handed)).toEqual(["url"]);
  expect(handed.url).toMatch(/#\/s\/[0-9A-HJKMNP-TV-Z]+$/);
});

test("where nothing can be handed on or copied, the link stands there to be copied by hand", async ({ page }) => {
  await page.addInitScript(() => {
    for (const name of ["share", "clipboard"]) Object.defineProperty(navigator, name, { value: undefined });
  });
  await atKeep(page);
  await press(page, "share.send");
  await expect(page.getByText(say("share.by-hand"))).toBeVisible();
  await expect(page.getByRole("textbox", { name: heard("share.link") })).toHaveValue(/#\/s\/[0-9A-HJKMNP-TV-Z]+$/);
  await expectAccessible(page);
});

test("a picture is saved as PNG where it cannot be handed on", async ({ page }) => {
  await page.addInitScript(() => Object.defineProperty(navigator, "canShare", { value: undefined }));
  await atKeep(page);
  const saved = page.waitForEvent("download");
  await press(page, "picture.make");
  const file = await saved;
  expect(file.suggestedFilename()).toBe("list.png");
  const bytes = readFileSync(await file.path());
  expect(bytes.subarray(1, 4).toString()).toBe("PNG");
  expect(bytes.readUInt32BE(16)).toBe(720);
  expect(bytes.readUInt32BE(20)).toBeGreaterThan(400);
  await expect(page.getByText(say("picture.made"))).toBeVisible();
});

test("a reminder is a file with the day and a neutral title", async ({ page }) => {
  await atKeep(page);
  await press(page, "reminder.make");
  await expect(page.locator("#error")).toBeFocused();
  await expect(page.locator("#error")).toContainText(say("reminder.no-day"));
  await page.getByRole("button", { name: say("reminder.months", "ja", { n: "3" }) }).click();
  await expect(page.getByLabel(say("reminder.day"))).toHaveValue("2027-02-24");
  const saved = page.waitForEvent("download");
  await press(page, "reminder.make");
  const file = await saved;
  expect(file.suggestedFilename()).toBe("yotei.ics");
  const lines = readFileSync(await file.path(), "utf8").split("\r\n");
  expect(lines).toContain("DTSTART;VALUE=DATE:20270224");
  expect(lines).toContain(`SUMMARY:${say("reminder.default")}`);
  expect(lines.join("\n")).not.toMatch(/がん|cancer|LOCATION|DESCRIPTION/i);
});

test("a day of one's own and a title of one's own stand in the file", async ({ page }) => {
  await atKeep(page);
  await page.getByLabel(say("reminder.day")).fill("2027-01-10");
  await page.getByLabel(say("reminder.name")).fill("みほん, 2");
  const saved = page.waitForEvent("download");
  await press(page, "reminder.make");
  const text = readFileSync(await (await saved).path(), "utf8");
  expect(text).toContain("DTSTART;VALUE=DATE:20270110\r\n");
  expect(text).toContain("SUMMARY:みほん\\, 2\r\n");
  expect(JSON.stringify(await stored(page))).not.toContain("みほん");
});

test("the result leads to the screen of taking along, which has no flaw for axe, nor has an opened link", async ({ page, context }) => {
  await goTo(page, screen("the result"));
  await page.getByRole("link", { name: heard("result.keep") }).click();
  await expect(title(page)).toHaveText(say("keep.title"));
  await expectAccessible(page);
  const sender = await context.newPage();
  const link = await linked(sender);
  const other = await context.newPage();
  await other.goto(link);
  await expect(title(other)).toHaveText(say("shared.title"));
  await expectAccessible(other);
});
