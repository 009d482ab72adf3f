// The whole way from the start page to somebody who can help, by keyboard and by touch, and back and forth on it.
import { type Page } from "@playwright/test";

import { choice, heard, question, say, support } from "./content.ts";
import { expect, open, test } from "./helpers.ts";
import { MANY, goTo, keep, kept, screen, tabTo, title } from "./visit.ts";

const button = (page: Page, key: string) => page.getByRole("button", { name: heard(key) });
const next = (page: Page) => button(page, "question.next");
const skip = (page: Page) => button(page, "question.skip");

/** The screen with this heading is there, and the focus is on the heading. */
async function expectAt(page: Page, name: string | RegExp): Promise<void> {
  await expect(title(page)).toHaveText(name);
  await expect(title(page)).toBeFocused();
}

/** The question at this place of the path is there. */
async function expectAsked(page: Page, place: number, name: string, role?: string): Promise<void> {
  await expectAt(page, question(name, role));
  await expect(page).toHaveURL(new RegExp(`#/check/${place}$`));
}

test("a person with a keyboard alone comes from the start page to a support and back", async ({ page }) => {
  const press = async (key: string, times = 1) => {
    for (let pressed = 0; pressed < times; pressed++) await page.keyboard.press(key);
  };
  const go = async () => {
    await tabTo(page, next(page));
    await press("Enter");
  };
  await open(page);
  await tabTo(page, page.getByRole("link", { name: say("start.check") }));
  await press("Enter");

  await expectAsked(page, 1, "role");
  await press("Tab");
  await press("Space");
  await expect(page.getByRole("radio", { name: choice("role", "patient") })).toBeChecked();
  await go();

  await expectAsked(page, 2, "phase");
  await tabTo(page, page.getByRole("radio", { name: choice("phase", "suspected") }));
  await press("ArrowDown", 3);
  await expect(page.getByRole("radio", { name: choice("phase", "in_treatment") })).toBeChecked();
  await go();

  await expectAsked(page, 3, "age");
  await tabTo(page, skip(page));
  await press("Enter");

  await expectAsked(page, 4, "worries");
  for (const worry of ["money", "work"]) {
    const box = page.getByRole("checkbox", { name: choice("worries", worry) });
    await tabTo(page, box);
    await press("Space");
    await expect(box).toBeChecked();
  }
  await go();

  await expectAsked(page, 5, "money_kind");
  await tabTo(page, page.getByRole("checkbox", { name: choice("money_kind", "hospital_bill") }));
  await press("Space");
  await go();

  for (const [place, name] of [
    "work_status",
    "work_wish",
    "cancer_special",
    "most",
    "wish",
    "channel",
    "access_needs",
  ].entries()) {
    await expectAsked(page, place + 6, name);
    await tabTo(page, skip(page));
    await press("Space");
  }

  await expectAsked(page, 13, "prefecture");
  const list = page.getByRole("combobox", { name: question("prefecture") });
  await tabTo(page, list);
  await press("ArrowDown", 22);
  await expect(list.locator("option:checked")).toHaveText(choice("prefecture", "22"));
  await go();
  await expectAsked(page, 14, "municipality");
  await tabTo(page, skip(page));
  await press("Enter");

  await expectAt(page, say("review.title"));
  await tabTo(page, page.getByRole("link", { name: say("review.result") }));
  await press("Enter");

  await expectAt(page, say("result.title"));
  const card = page
    .getByRole("article")
    .filter({ has: page.getByRole("heading", { name: support("high-cost-medical", "name") }) });
  await expect(card).toContainText(
    say("result.because", "ja", { answers: say("result.quoted", "ja", { answer: choice("money_kind", "hospital_bill") }) }),
  );
  const more = page.getByRole("link", { name: say("result.details") }).first();
  await tabTo(page, more);
  await press("Enter");

  await expect(page).toHaveURL(/#\/result\/1$/);
  await expect(title(page)).toBeFocused();
  await tabTo(page, page.getByRole("link", { name: say("result.back") }).first());
  await press("Enter");
  await expectAt(page, say("result.title"));
});

test("a person with a thumb alone comes from the start page to a number to call", async ({ page }) => {
  expect(page.viewportSize()).toEqual({ width: 360, height: 740 });
  await open(page);
  await page.getByRole("link", { name: say("start.check") }).tap();
  await expectAsked(page, 1, "role");
  await page.getByText(choice("role", "family"), { exact: true }).tap();
  await next(page).tap();
  await expectAsked(page, 2, "phase", "family");
  await skip(page).tap();
  await expectAsked(page, 3, "age", "family");
  await skip(page).tap();
  await expectAsked(page, 4, "worries", "family");
  await page.getByText(choice("worries", "feelings", "family"), { exact: true }).tap();
  await next(page).tap();
  for (let place = 5; await skip(page).isVisible(); place++) {
    if ((await title(page).textContent()) === question("prefecture", "family")) break;
    await expect(page).toHaveURL(new RegExp(`#/check/${place}$`));
    await skip(page).tap();
  }
  await page.getByRole("combobox").selectOption({ label: choice("prefecture", "22") });
  await next(page).tap();
  await skip(page).tap();
  await expectAt(page, say("review.title"));
  await page.getByRole("link", { name: say("review.result") }).tap();
  await expectAt(page, say("result.title"));
  await expect(page.getByRole("main").locator('a[href^="tel:"]').first()).toBeVisible();
});

test("the focus comes to the heading of every screen that a link leads to", async ({ page }) => {
  await goTo(page, screen("the result"));
  const links = ["frame.start", "frame.about", "frame.privacy"];
  for (const key of links) {
    await page
      .getByRole("contentinfo")
      .getByRole("link", { name: say(key) })
      .click();
    await expect(title(page)).toBeFocused();
  }
  await page.getByRole("link", { name: say("crisis-strip") }).click();
  await expectAt(page, say("crisis-title"));
  await page.getByRole("link", { name: say("app.name"), exact: true }).click();
  await expectAt(page, say("start.title"));
  await page.getByRole("link", { name: say("start.places") }).click();
  await expectAt(page, say("places.title"));
});

test("the focus is not moved by the first screen", async ({ page }) => {
  await open(page);
  await expect(page.locator("body")).toBeFocused();
});

test("the first link leads to the content without changing the address", async ({ page }) => {
  await open(page, "#/about");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: say("frame.skip") })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(title(page)).toBeFocused();
  await expect(page).toHaveURL(/#\/about$/);
});

test("a screen is shown from its top", async ({ page }) => {
  await goTo(page, screen("the result"));
  await page
    .getByRole("link", { name: say("result.details") })
    .last()
    .click();
  await expect(page).toHaveURL(/#\/result\/\d+$/);
  expect(await page.evaluate(() => scrollY)).toBe(0);
});

test("back and forward go through the screens, with the answers in them", async ({ page }) => {
  await open(page);
  await page.getByRole("link", { name: say("start.check") }).click();
  await page.getByRole("radio", { name: choice("role", "patient") }).check();
  await next(page).click();
  await page.getByRole("radio", { name: choice("phase", "recurrence") }).check();
  await next(page).click();
  await expectAsked(page, 3, "age");
  await page.goBack();
  await expectAsked(page, 2, "phase");
  await expect(page.getByRole("radio", { name: choice("phase", "recurrence") })).toBeChecked();
  await page.goBack();
  await expectAsked(page, 1, "role");
  await expect(page.getByRole("radio", { name: choice("role", "patient") })).toBeChecked();
  await page.goForward();
  await expectAsked(page, 2, "phase");
  await page.goBack();
  await page.goBack();
  await expectAt(page, say("start.title"));
});

test("the button back leads to the question before, and from the first to the start page", async ({ page }) => {
  await goTo(page, screen("the review"));
  await button(page, "question.back").click();
  await expect(title(page)).toHaveText(question("municipality"));
  await button(page, "question.back").click();
  await expect(title(page)).toHaveText(question("prefecture"));
  await page.goto("#/check/1");
  await button(page, "question.back").click();
  await expectAt(page, say("start.title"));
});

test("a reload in the middle keeps the answers and the place", async ({ page }) => {
  await open(page, "#/check/1");
  await page.getByRole("radio", { name: choice("role", "patient") }).check();
  await next(page).click();
  await skip(page).click();
  await skip(page).click();
  await page.getByRole("checkbox", { name: choice("worries", "money") }).check();
  await page.reload();
  await expect(page.locator("#static")).toHaveCount(0);
  await expect(title(page)).toHaveText(question("worries"));
  await expect(page.getByRole("checkbox", { name: choice("worries", "money") })).toBeChecked();
  await expect(page.getByRole("checkbox", { checked: true })).toHaveCount(1);
  await page.goto("#/review");
  await expect(page.getByText(choice("role", "patient"), { exact: true })).toBeVisible();
});

test("another tab knows nothing of the answers", async ({ page, context }) => {
  await goTo(page, screen("the result"));
  const other = await context.newPage();
  await open(other, "#/review");
  await expect(other.getByText(say("review.not-answered"), { exact: true })).toHaveCount(await other.getByRole("term").count());
});

test("the start page offers to go on where the answers end", async ({ page }) => {
  await keep(page, { role: "patient", phase: "just_told" });
  await open(page);
  await button(page, "start.continue").click();
  await expectAsked(page, 3, "age");
});

test("an early answer changed from the review changes the questions and keeps the other answers", async ({ page }) => {
  await keep(page, { role: "patient", worries: ["work", "school"], work_status: "employee", most: "work" });
  await open(page, "#/review");
  await expect(page.getByText(question("work_whose"), { exact: true })).toHaveCount(0);
  await page.getByRole("link", { name: heard("review.change", "ja", { question: question("role") }) }).click();
  await expectAsked(page, 1, "role");
  await page.getByRole("radio", { name: choice("role", "family") }).check();
  await page.goto("#/review");
  await expect(title(page)).toHaveText(say("review.title"));
  await expect(page.getByText(choice("role", "family"), { exact: true })).toBeVisible();
  await expect(page.getByText(question("work_whose"), { exact: true })).toBeVisible();
  await expect(page.getByText(choice("worries", "school", "family"), { exact: true }).first()).toBeVisible();
  await expect(page.getByText(choice("work_status", "employee", "family"), { exact: true })).toBeVisible();
});

test("an answer that is asked for no more does not count, and counts again when it is asked for", async ({ page }) => {
  await keep(page, { role: "patient", worries: ["money"], money_kind: ["debt"] });
  await open(page, "#/result");
  const legal = page.getByRole("article").getByRole("heading", { name: support("legal-aid", "name") });
  await expect(legal).toBeVisible();
  await page.goto("#/check/4");
  await page.getByRole("checkbox", { name: choice("worries", "money") }).uncheck();
  await page.goto("#/result");
  await expect(title(page)).toHaveText(say("result.title"));
  await expect(legal).toHaveCount(0);
  await page.goto("#/check/4");
  await page.getByRole("checkbox", { name: choice("worries", "money") }).check();
  await page.goto("#/result");
  await expect(legal).toBeVisible();
});

test("who skips everything is told of the consultation center and what to say there", async ({ page }) => {
  await open(page, "#/check/1");
  while (await skip(page).isVisible()) {
    const before = page.url();
    await skip(page).click();
    await expect(page).not.toHaveURL(before);
  }
  await expectAt(page, say("review.title"));
  await expect(page.getByText(say("review.not-answered"), { exact: true })).toHaveCount(await page.getByRole("term").count());
  await page.getByRole("link", { name: say("review.result") }).click();
  await expectAt(page, say("result.title"));
  const first = page.getByRole("article").first();
  await expect(first.getByRole("heading", { name: support("consult-centre", "name") })).toBeVisible();
  await expect(first).toContainText("がん相談支援センターにつないでください");
  await expect(first.getByRole("link", { name: say("entry.official-search") })).toBeVisible();
});

test("a skipped question is not an answer", async ({ page }) => {
  await open(page, "#/check/1");
  await skip(page).click();
  await expect(title(page)).toHaveText(question("phase"));
  expect(await kept(page)).not.toContain("role");
});

test("a question says how far one has come, and the number of questions follows the answers", async ({ page }) => {
  await open(page, "#/check/4");
  const bar = page.getByRole("progressbar");
  await expect(page.getByText(say("question.progress", "ja", { n: "4", total: "8" }), { exact: true })).toBeVisible();
  await expect(bar).toHaveAccessibleName(say("question.progress", "ja", { n: "4", total: "8" }));
  const before = Number(await bar.getAttribute("value"));
  await page.getByRole("checkbox", { name: choice("worries", "fertility") }).check();
  await expect(page.getByText(say("question.progress", "ja", { n: "4", total: "10" }), { exact: true })).toBeVisible();
  await next(page).click();
  await expectAsked(page, 5, "fertility_timing");
  expect(Number(await bar.getAttribute("value"))).toBeGreaterThan(before);
});

test("an answer can be taken away again", async ({ page }) => {
  await open(page, "#/check/1");
  await page.getByRole("radio", { name: choice("role", "patient") }).check();
  await expect(skip(page)).toHaveCount(0);
  await button(page, "question.clear").click();
  await expect(page.getByRole("radio", { checked: true })).toHaveCount(0);
  await expect(skip(page)).toBeVisible();
});

test("a day without worries ends warmly and briefly, with the nearest center", async ({ page }) => {
  await keep(page, { role: "patient", worries: ["none_today"], prefecture: "22" });
  await open(page, "#/result");
  await expect(title(page)).toHaveText(say("result.none-title"));
  const cards = page.getByRole("article").filter({ has: page.locator('[id^="card-"]') });
  await expect(cards.first().getByRole("heading", { name: support("consult-centre", "name") })).toBeVisible();
  await expect(cards.first().locator('a[href^="tel:"]').first()).toBeVisible();
  expect(await cards.count()).toBeLessThanOrEqual(2);
});

test("no worries today and a worry take each other away, and nobody is stopped", async ({ page }) => {
  await open(page, "#/check/4");
  const nothing = page.getByRole("checkbox", { name: choice("worries", "none_today") });
  const money = page.getByRole("checkbox", { name: choice("worries", "money") });
  await money.check();
  await nothing.check();
  await expect(money).not.toBeChecked();
  await money.check();
  await expect(nothing).not.toBeChecked();
  await next(page).click();
  await expectAsked(page, 5, "money_kind");
});

test("something to correct takes the focus, and once it is corrected the way is free", async ({ page }) => {
  await goTo(page, screen("a question with something to correct"));
  const error = page.locator("#error");
  await expect(error).toBeFocused();
  await expect(error).toContainText(say("question.error"));
  await expect(page.getByRole("group", { name: question("worries") })).toHaveAccessibleDescription(/ひとつ|いくつ|だけ/);
  await page.getByRole("checkbox", { name: choice("worries", "none_today") }).uncheck();
  await expect(error).toHaveCount(0);
  await next(page).click();
  await expectAsked(page, 5, "money_kind");
});

test("erasing removes every answer, from the page and from the tab", async ({ page }) => {
  await goTo(page, screen("the result"));
  expect(await kept(page)).not.toBeNull();
  await button(page, "result.erase").click();
  await expectAt(page, say("start.title"));
  await expect(page.getByRole("status").filter({ hasText: say("start.erased") })).toBeVisible();
  expect(await kept(page)).toBeNull();
  await expect(button(page, "start.continue")).toHaveCount(0);

  await page.goBack();
  await expectAt(page, say("result.title"));
  await expect(page.getByRole("article").filter({ has: page.locator('[id^="card-"]') })).toHaveCount(1);
  await page.goto("#/review");
  await expect(page.getByText(say("review.not-answered"), { exact: true })).toHaveCount(await page.getByRole("term").count());
  await page.reload();
  await expect(title(page)).toHaveText(say("review.title"));
  expect(await kept(page)).toBeNull();
});

test("the start page erases the answers too, and stays", async ({ page }) => {
  await goTo(page, screen("the start page after erasing"));
  expect(await kept(page)).toBeNull();
  await expect(title(page)).toBeFocused();
  await expect(page.getByText(say("start.erased"))).toBeVisible();
});

test("an address past the end of the path or of the result leads to the nearest screen", async ({ page }) => {
  await open(page, "#/check/99");
  await expect(page).toHaveURL(/#\/review$/);
  await expect(title(page)).toHaveText(say("review.title"));
  await page.goto("#/result/99");
  await expect(page).toHaveURL(/#\/result$/);
  await expect(title(page)).toHaveText(say("result.title"));
});

test("unknown answers kept in the tab are dropped, and the others count", async ({ page }) => {
  await keep(page, { role: "patient", nonsense: "x", worries: ["money", "gone"], prefecture: "99" });
  await open(page, "#/review");
  await expect(page.getByText(choice("role", "patient"), { exact: true })).toBeVisible();
  await expect(page.getByText(choice("worries", "money"), { exact: true })).toBeVisible();
  await expect(page.getByRole("main")).not.toContainText("gone");
});

test("every card says why it is there and when it was checked", async ({ page }) => {
  await goTo(page, screen("the result"));
  const n = await page.getByRole("link", { name: say("result.details") }).count();
  expect(n).toBeGreaterThan(5);
  const because = /を選んだので、お知らせしています。|だれでも相談できるところなので/;
  for (const card of await page
    .getByRole("article")
    .filter({ has: page.locator('[id^="card-"]') })
    .all()) {
    await expect(card).toContainText(because);
  }
  for (let place = 1; place <= n; place++) {
    await page.goto(`#/result/${place}`);
    await expect(page.getByRole("heading", { name: say("support.why") })).toBeVisible();
    await expect(page.getByRole("main")).toContainText(because);
    await expect(page.getByRole("main")).toContainText(/確認日/);
  }
});

test("the review shows every answer given", async ({ page }) => {
  await goTo(page, screen("the review"));
  const given = Object.entries(MANY).flatMap(([name, chosen]) => [chosen].flat().map((one) => choice(name, one)));
  for (const answer of given) await expect(page.getByRole("definition").filter({ hasText: answer }).first()).toBeVisible();
});
