// How the screen looks, as a person sets it: at once, until the tab is closed, in both apps and before them.
import { type Page } from "@playwright/test";

import { type Lang, bare, heard, say, table } from "./content.ts";
import { expect, expectAccessible, open, test } from "./helpers.ts";
import { copyOf, goTo, never, screen, tabTo, title } from "./visit.ts";

const set = (page: Page, key: string, lang: Lang = "ja", values: Record<string, string> = {}) =>
  page.getByRole("radio", { name: heard(key, lang, values) }).check();

const rootSize = (page: Page) => page.evaluate(() => parseFloat(getComputedStyle(document.documentElement).fontSize));
const keptSettings = (page: Page) => page.evaluate(() => sessionStorage.getItem("tomoni-settings"));

test("the settings are one link away from every screen, and back leads to where the person was", async ({ page }) => {
  for (const name of ["the start page", "a question with one answer", "the result", "help now", "the directory"]) {
    await goTo(page, screen(name));
    const before = page.url();
    await page.getByRole("contentinfo").getByRole("link", { name: heard("frame.settings") }).click();
    await expect(title(page)).toHaveText(heard("frame.settings"));
    await expect(page.getByRole("radio").first()).toBeVisible();
    await page.getByRole("button", { name: heard("question.back") }).click();
    await expect(page).toHaveURL(before.endsWith("/") ? /\/(#\/)?$/ : before);
    await expect(title(page)).not.toHaveText(heard("frame.settings"));
  }
});

test("text of 200 % is twice as large at once, after a reload, and in the first app", async ({ page }) => {
  await open(page, "#/settings");
  const usual = await rootSize(page);
  for (const percent of ["125", "150", "200"]) {
    await set(page, "settings.percent", "ja", { percent });
    expect(await rootSize(page)).toBeCloseTo((usual * Number(percent)) / 100, 1);
  }
  await page.reload();
  await expect(page.getByRole("radio", { name: heard("settings.percent", "ja", { percent: "200" }) })).toBeChecked();
  expect(await rootSize(page)).toBeCloseTo(usual * 2, 1);
  await open(page, "#/check/1");
  expect(await rootSize(page)).toBeCloseTo(usual * 2, 1);
  await page.goto("#/settings");
  await set(page, "settings.percent", "ja", { percent: "100" });
  expect(await rootSize(page)).toBeCloseTo(usual, 1);
  expect(await keptSettings(page)).toBeNull();
});

test("after a reload the screen has its look before the app draws anything", async ({ page }) => {
  await page.addInitScript(() => {
    const seen = window as unknown as { wasDrawn?: boolean };
    new MutationObserver((_, observer) => {
      if (document.documentElement?.classList.contains("text-200")) {
        seen.wasDrawn = (document.getElementById("app")?.childElementCount ?? 0) > 0;
        observer.disconnect();
      }
    }).observe(document, { attributes: true, subtree: true });
  });
  await open(page, "#/settings");
  await set(page, "settings.percent", "ja", { percent: "200" });
  await page.reload();
  await expect(page.locator("#static")).toHaveCount(0);
  expect(await page.evaluate(() => (window as unknown as { wasDrawn?: boolean }).wasDrawn)).toBe(false);
});

test.describe("without the app", () => {
  test.use({ mayComplain: true });

  test("the copy that stands before it has the settings too", async ({ page }) => {
    await open(page, "#/settings");
    const usual = await rootSize(page);
    await set(page, "settings.percent", "ja", { percent: "150" });
    await page.route(/\.wasm$/, never);
    await page.goto("en/", { waitUntil: "commit" });
    await expect(page.locator("#static aside")).toBeVisible();
    await expect.poll(() => rootSize(page)).toBeCloseTo(usual * 1.5, 1);
  });

  test("no link leads to settings that are not there", async ({ page }) => {
    await page.route(/\.wasm$/, (route) => route.abort());
    await page.goto("");
    await expect(page.getByRole("alert")).toBeVisible();
    await expect(page.locator('[href="#/settings"]')).toBeHidden();
  });
});

test("more contrast makes quiet text and lines as dark as the text, in the light and in the dark", async ({ page }) => {
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    await open(page, "#/settings");
    await set(page, "settings.contrast-more");
    const [text, quiet, line] = await page.evaluate(() => {
      const color = (selector: string, property: "color" | "borderTopColor") =>
        getComputedStyle(document.querySelector(selector) ?? document.body)[property];
      return [color("body", "color"), color("footer", "color"), color(".choice:not(:has(:checked))", "borderTopColor")];
    });
    expect(quiet).toBe(text);
    expect(line).toBe(text);
    await expectAccessible(page);
    await page.evaluate(() => sessionStorage.clear());
  }
});

test("the device's own wish for more contrast counts as much", async ({ page }) => {
  await page.emulateMedia({ contrast: "more" });
  await open(page);
  const same = await page.evaluate(
    () => getComputedStyle(document.body).color === getComputedStyle(document.querySelector("footer") ?? document.body).color,
  );
  expect(same).toBe(true);
});

test("furigana can be hidden where there is any, and a name is then read once", async ({ page }) => {
  await open(page, "#/settings");
  await expect(page.getByRole("radio", { name: heard("settings.furigana-off") })).toHaveCount(0);
  await open(page, `${copyOf("ja-x-easy")}#/settings`);
  await expect(page.locator("main rt").filter({ visible: true })).not.toHaveCount(0);
  await set(page, "settings.furigana-off", "ja-x-easy");
  await expect(page.locator("rt").filter({ visible: true })).toHaveCount(0);
  const lead = table("text-app").find((row) => row.key === "ui.settings.lead")?.["ja-x-easy"] ?? "";
  expect(await page.locator(".lead").innerText()).toBe(bare(lead));
  await expect(page.getByRole("radio", { name: say("settings.system", "ja-x-easy") })).toHaveCount(0);
});

test("with less movement no style may move anything", async ({ page }) => {
  await open(page, "#/settings");
  await set(page, "settings.motion-less");
  const moves = await page.evaluate(() => {
    const sheet = document.querySelector("progress, main");
    sheet?.setAttribute("class", "probe");
    return sheet === null ? "" : getComputedStyle(sheet).transitionDuration + getComputedStyle(sheet).animationName;
  });
  expect(moves).toBe("0snone");
  await expect(page.locator("html")).toHaveClass("less-motion");
});

test("erasing the answers leaves the settings; nothing of them is anywhere but in the tab", async ({ page }) => {
  await goTo(page, screen("the result"));
  await page.goto("#/settings");
  await set(page, "settings.percent", "ja", { percent: "125" });
  await page.goto("#/result");
  await page.getByRole("button", { name: say("result.erase") }).click();
  await expect(title(page)).toHaveText(say("start.title"));
  expect(await keptSettings(page)).toBe("text-125");
  expect(await page.evaluate(() => localStorage.length + document.cookie.length)).toBe(0);
});

test("a keyboard alone finds the settings, changes one and comes back", async ({ page }) => {
  await open(page);
  await tabTo(page, page.getByRole("link", { name: heard("frame.settings") }));
  await page.keyboard.press("Enter");
  await expect(page.getByRole("radio").first()).toBeVisible();
  await tabTo(page, page.getByRole("radio").first());
  await page.keyboard.press("ArrowDown");
  await expect(page.locator("html")).toHaveClass("text-125");
  await tabTo(page, page.getByRole("button", { name: heard("question.back") }));
  await page.keyboard.press("Enter");
  await expect(title(page)).toHaveText(say("start.title"));
  await expect(page.locator("html")).toHaveClass("text-125");
});
