// Three languages, changed at any moment; what is only there in Japanese says so.
import { join } from "node:path";

import { type Page } from "@playwright/test";

import { changed, question, say, support } from "./content.ts";
import { expect, open, test } from "./helpers.ts";
import { goTo, keep, screen, title } from "./visit.ts";

const language = (page: Page, name: string) => page.getByRole("button", { name, exact: true });

test("the language changes in the middle of a visit and the answers stay", async ({ page }) => {
  await keep(page, { role: "patient", worries: ["money", "feelings"] });
  await open(page, "#/check/4");
  const html = page.locator("html");
  const ticked = page.getByRole("checkbox", { checked: true });
  await expect(html).toHaveAttribute("lang", "ja");
  await expect(page.locator("ruby")).toHaveCount(0);

  await language(page, "やさしい日本語").click();
  await expect(title(page).locator("ruby rt").first()).toBeVisible();
  await expect(language(page, "やさしい日本語")).toHaveAttribute("aria-pressed", "true");
  await expect(html).toHaveAttribute("lang", "ja");
  await expect(ticked).toHaveCount(2);

  await language(page, "English").click();
  await expect(title(page)).toHaveText("What is on your mind right now?");
  await expect(html).toHaveAttribute("lang", "en");
  await expect(page.locator("ruby")).toHaveCount(0);
  await expect(language(page, "日本語")).toHaveAttribute("lang", "ja");
  await expect(ticked).toHaveCount(2);
  await expect(page).toHaveURL(/#\/check\/4$/);
  await expect(language(page, "English")).toBeFocused();

  await page.reload();
  await expect(page.locator("#static")).toHaveCount(0);
  await expect(title(page)).toHaveText("What is on your mind right now?");
  await expect(html).toHaveAttribute("lang", "en");
  await expect(ticked).toHaveCount(2);

  await language(page, "日本語").click();
  await expect(title(page)).toHaveText(question("worries"));
  await expect(html).toHaveAttribute("lang", "ja");
  await expect(ticked).toHaveCount(2);
});

test("a name that is only there in Japanese is marked as Japanese on an English page", async ({ page }) => {
  await goTo(page, screen("the directory with places"), "en");
  const names = page.getByRole("main").getByRole("article").getByRole("heading", { level: 2 });
  expect(await names.count()).toBeGreaterThan(0);
  for (const name of await names.all()) await expect(name.locator('[lang="ja"]')).toHaveCount(1);
});

test("a gap in a translation is shown in Japanese, and says so", async ({ page }) => {
  const packs = changed("text-supports", (rows) => {
    const row = rows.find(({ key }) => key === "support.second-opinion.lead");
    if (row) row.en = "";
  });
  await page.route(/guide-en-/, (route) => route.fulfill({ path: join(packs, "guide.en.pack") }));
  await keep(page, { worries: ["second_opinion"] });
  await open(page, "en/#/result");
  const card = page.getByRole("article").filter({ has: page.locator("#card-second-opinion") });
  const lead = card.getByText(support("second-opinion", "lead"));
  await expect(lead).toHaveAttribute("lang", "ja");
  await expect(card.getByText(say("frame.only-japanese", "en"), { exact: true })).toBeVisible();
  await expect(card.locator("#card-second-opinion")).not.toContainText(say("frame.only-japanese", "en"));
});
