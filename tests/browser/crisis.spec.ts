// Help now: one tap away from everywhere, complete, in its order, and in the words that were agreed.
import { type Locator, type Page } from "@playwright/test";

import { bare, beside, contact, heard, question, say, support, table } from "./content.ts";
import { PLACES, expect, open, test } from "./helpers.ts";
import { SCREENS, gate, goTo, keep, never, screen, title } from "./visit.ts";

// Issue 2, point 6, and docs/SAFETY.md: these words are fixed.
const BODY = "急に息が苦しい、高い熱、血が止まらない、意識がぼんやりするときは、治療中の病院の緊急の連絡先か119へ。";
const TOLD_TO_NOBODY = "この画面で何を見たかは、だれにも伝わりません";

const LINES = table("contacts").filter((row) => row.group === "listen");
const digits = (text: string | undefined): string => (text ?? "").replaceAll("-", "");
const strip = (page: Page): Locator => page.getByRole("complementary").getByRole("link");
const card = (page: Page, id: string): Locator =>
  page.getByRole("article").filter({ has: page.getByRole("heading", { name: contact(id, "name"), exact: true }) });
const call = (page: Page, number: string | undefined): Locator => page.locator(`main a[href="tel:${digits(number)}"]`);

/** Where an element begins, from the top of the page. */
async function top(element: Locator): Promise<number> {
  const box = await element.first().boundingBox();
  if (box === null) throw new Error(`${element} is not on the page`);
  return box.y;
}

test.describe("help now is one tap away, and in sight, on", () => {
  for (const shown of SCREENS.filter(({ address }) => address !== "#/help")) {
    test(shown.name, async ({ page }) => {
      await goTo(page, shown);
      await expect(strip(page)).toBeInViewport();
      await page.mouse.wheel(0, 100_000);
      await expect(strip(page)).toBeInViewport();
      await strip(page).tap();
      await expect(title(page)).toHaveText(say("crisis-title"));
      await expect(call(page, "119")).toBeVisible();
    });
  }

  for (const lang of ["ja-x-easy", "en"] as const) {
    test(`the start page, in ${lang}`, async ({ page }) => {
      await open(page, `${lang}/`);
      await page
        .getByRole("link", { name: heard("crisis-strip", lang) })
        .first()
        .tap();
      await expect(title(page)).toHaveText(heard("crisis-title", lang));
      for (const line of LINES) await expect(call(page, line.phone)).toBeVisible();
    });
  }
});

test.describe("before the app and without it, help now is one tap away on", () => {
  test.use({ mayComplain: true });

  test("the page while the app is on its way", async ({ page }) => {
    await page.route(/\.wasm$/, never);
    await page.goto("", { waitUntil: "commit" });
    await expect(strip(page)).toBeInViewport();
    await strip(page).tap();
    await expect(page.getByRole("heading", { name: say("crisis-title") })).toBeInViewport();
    await expect(call(page, "119")).toBeVisible();
  });

  test("the screen of help now when the app arrives", async ({ page }) => {
    const arrival = gate();
    await page.route(/\.wasm$/, async (route) => {
      await arrival.opened;
      await route.continue();
    });
    await page.goto("#/help", { waitUntil: "commit" });
    await expect(call(page, "119")).toBeVisible();
    arrival.open();
    await expect(page.locator("#static")).toHaveCount(0);
    await expect(title(page)).toHaveText(say("crisis-title"));
    await expect(call(page, "119")).toBeVisible();
  });

  test("the page that could not start, with every line", async ({ page }) => {
    await page.route(/\.wasm$/, (route) => route.abort());
    await page.goto("");
    await expect(page.getByRole("alert")).toBeVisible();
    await strip(page).tap();
    await expect(page.getByRole("heading", { name: say("crisis-title") })).toBeInViewport();
    for (const line of LINES) await expect(call(page, line.phone)).toBeVisible();
  });
});

test("first comes danger, then the lines to talk, then the official list", async ({ page }) => {
  await goTo(page, screen("help now"));
  const order = [
    page.getByRole("heading", { name: say("crisis-danger") }),
    call(page, "119"),
    call(page, "110"),
    page.getByText(say("crisis-in-hospital")),
    page.getByRole("heading", { name: say("crisis-listen"), exact: true }),
    call(page, LINES[0]?.phone),
    call(page, LINES.at(-1)?.phone),
    page.getByRole("heading", { name: say("crisis-index") }),
    card(page, "kokoro-index").getByRole("link"),
  ];
  const tops = await Promise.all(order.map(top));
  expect(tops).toEqual([...tops].sort((one, other) => one - other));
});

test("119 and 110 can be called and carry no mark", async ({ page }) => {
  await goTo(page, screen("help now"));
  for (const id of ["emergency-119", "police-110"]) {
    await expect(card(page, id).getByRole("link")).toHaveAttribute("href", `tel:${id.slice(-3)}`);
    await expect(card(page, id)).not.toContainText("要確認");
  }
});

test("every line to talk can be called, carries 要確認 by its digits, and stands below an official page", async ({ page }) => {
  await goTo(page, screen("help now"));
  expect(LINES.length).toBeGreaterThanOrEqual(8);
  const official = page.locator('main a[href="https://www.mhlw.go.jp/mamorouyokokoro/"]');
  for (const { id = "", phone } of LINES) {
    const number = card(page, id)
      .getByRole("paragraph")
      .filter({ has: page.locator(`a[href="tel:${digits(phone)}"]`) });
    await expect(number, id).toContainText(phone ?? "");
    await expect(number, id).toContainText("要確認");
    expect(await top(official)).toBeLessThan(await top(number));
    await expect(card(page, id), id).toContainText(/確認日/);
  }
  await expect(page.getByText(say("entry.to-verify-note"))).toHaveCount(1);
});

test("the three numbers of one line say where each is for", async ({ page }) => {
  await goTo(page, screen("help now"));
  await expect(call(page, "0120-279-338")).toBeVisible();
  await expect(call(page, "0120-279-226")).toBeVisible();
  for (const prefecture of ["岩手", "宮城", "福島"]) await expect(card(page, "yorisoi-tohoku")).toContainText(prefecture);
  await expect(card(page, "yorisoi-ip")).toContainText("IP電話");
});

test("the line for the young says up to which age", async ({ page }) => {
  await goTo(page, screen("help now"));
  await expect(card(page, "childline")).toContainText("18歳まで");
});

test("hours are shown only where the sources agree", async ({ page }) => {
  await goTo(page, screen("help now"));
  await expect(card(page, "yorisoi")).toContainText(say("entry.hours"));
  await expect(card(page, "yorisoi")).toContainText("24時間");
  for (const { id = "" } of LINES.filter((row) => row.hours_conflict !== "" || !row.source_date || row.source_date < "2023")) {
    await expect(card(page, id), id).not.toContainText(say("entry.hours"));
    await expect(card(page, id), id).not.toContainText(/時間|\d+時/);
  }
  expect(LINES.filter((row) => row.hours_conflict !== "").map(({ id }) => id)).toContain("inochi-sos");
});

test("a line that listens is not called cancer information, and the screen says the difference", async ({ page }) => {
  await goTo(page, screen("help now"));
  await expect(page.getByText(say("crisis-listen-note"))).toBeVisible();
  expect(say("crisis-listen-note")).toMatch(/がん相談支援センター/);
  for (const { id = "" } of LINES) {
    await expect(card(page, id)).not.toContainText("がん");
    await expect(card(page, id)).toContainText(/電話/);
  }
});

test("the fixed sentence about the body stands on the screen, the same for everybody", async ({ page }) => {
  await goTo(page, screen("help now"));
  await expect(page.getByRole("main").getByText(BODY, { exact: true })).toBeVisible();
  expect(say("crisis-body")).toBe(BODY);
});

test("the same sentence stands on the question about symptoms, whatever is ticked", async ({ page }) => {
  await keep(page, { role: "family", worries: ["symptoms"], symptom_kind: ["breath"] });
  await open(page, "#/check/5");
  await expect(title(page)).toHaveText(question("symptom_kind", "family"));
  await expect(page.getByRole("main").getByText(BODY, { exact: true })).toBeVisible();
  await page.goto("#/check/4");
  await expect(title(page)).toHaveText(question("worries", "family"));
  await expect(page.getByText(BODY)).toHaveCount(0);
});

test("the same sentence stands on the cards about symptoms and palliative care, and on their pages", async ({ page }) => {
  await keep(page, {
    role: "patient",
    phase: "comfort_care",
    worries: ["symptoms", "end_of_life"],
    symptom_kind: ["pain", "lymphedema"],
    eol_kind: ["palliative_ward"],
  });
  await open(page, "#/result");
  const careful = table("supports")
    .filter((row) => row.emergency === "yes")
    .map((row) => row.id ?? "");
  const shown: string[] = [];
  for (const id of careful) {
    const about = page.getByRole("article").filter({ has: page.locator(`#card-${id}`) });
    if ((await about.count()) === 0) continue;
    shown.push(id);
    await expect(about.getByText(BODY, { exact: true })).toBeVisible();
  }
  expect(shown).toEqual(expect.arrayContaining(["symptom-team", "lymphedema-clinic", "palliative-ward"]));
  const general = page.getByRole("article").filter({ has: page.locator("#card-consult-centre") });
  await expect(general.getByText(BODY)).toHaveCount(0);
  await page
    .getByRole("article")
    .filter({ has: page.locator("#card-symptom-team") })
    .getByRole("link", { name: say("result.details") })
    .click();
  await expect(title(page)).toHaveText(support("symptom-team", "name"));
  await expect(page.getByText(BODY, { exact: true })).toBeVisible();
});

test("the screen says that nobody learns what was seen on it", async ({ page }) => {
  await goTo(page, screen("help now"));
  await expect(page.getByText(TOLD_TO_NOBODY)).toBeVisible();
});

test("who is worried about somebody dear has an own door", async ({ page }) => {
  await goTo(page, screen("help now"));
  const door = page.getByRole("main").locator("summary").filter({ hasText: "大切な人が心配なとき" });
  await expect(page.getByText(say("crisis-other-text"))).toBeHidden();
  await door.tap();
  await expect(page.getByText(say("crisis-other-text"))).toBeVisible();
  await expect(page.getByText(say("crisis.other-center"))).toBeVisible();
});

for (const lang of ["ja-x-easy", "en"] as const) {
  for (const [name, keys] of [
    ["help now", ["title", "lead", "danger", "danger-note", "in-hospital", "body", "listen", "listen-note", "other", "private"]],
    ["the page about privacy", ["title", "answers", "requests", "third", "erase", "device"].map((key) => `privacy-${key}`)],
  ] as const) {
    test(`while nobody has reviewed ${lang}, ${name} shows fixed sentences with the Japanese, and says so`, async ({ page }) => {
      await goTo(page, screen(name), lang);
      const main = page.getByRole("main");
      await expect(main.getByText("下書きの訳です", { exact: true })).toBeVisible();
      await expect(main.getByText(heard("crisis-draft", lang))).toBeVisible();
      for (const key of keys) {
        await expect(main.getByText(heard(`crisis-${key}`, lang)).first(), key).toBeVisible();
        if (beside(`crisis-${key}`, lang) === "") continue;
        const japanese = main.locator('.beside[lang="ja"]').getByText(say(`crisis-${key}`), { exact: true });
        await expect(japanese.first(), key).toBeVisible();
      }
    });
  }

  test(`while nobody has reviewed ${lang}, nothing else on the screen of help now is in it but facts`, async ({ page }) => {
    await goTo(page, screen("help now"), lang);
    await page.getByRole("main").locator("summary").tap();
    const alone = await page.getByRole("main").evaluate((main) => {
      const copy = main.cloneNode(true) as HTMLElement;
      // What is Japanese, what is known of a contact, and the words of its number.
      const known = copy.querySelectorAll('.beside, article :is(h2, h3, h4, .phone, .site, dl, .origin), .marked, .site, .gap, rt, rp');
      for (const part of known) part.remove();
      return [...copy.querySelectorAll("h1, h2, h3, p, summary")].map((part) => part.textContent?.trim() ?? "");
    });
    const fixed = table("text-crisis").filter(({ key }) => /\.crisis-[a-z-]+$/.test(key ?? ""));
    const known = new Set(fixed.map((row) => bare(row[lang] ?? "")));
    // Japanese alone, where a text is no fixed sentence.
    known.add(say("crisis.other-center"));
    expect(alone.filter((text) => text !== "" && !known.has(text))).toEqual([]);
    expect(alone.filter((text) => known.has(text)).length).toBeGreaterThan(15);
  });
}

test("in Japanese, which the others are held against, nothing is called a draft", async ({ page }) => {
  for (const name of ["help now", "the page about privacy"]) {
    await goTo(page, screen(name));
    await expect(page.getByText("下書きの訳です")).toHaveCount(0);
    await expect(page.locator(".beside")).toHaveCount(0);
  }
});

test("nothing is asked before help is shown, and the screen holds no question", async ({ page }) => {
  await goTo(page, screen("help now"));
  await expect(page.locator("main :is(input, select, textarea, button)")).toHaveCount(0);
});

test("every number that can be called has digits alone in its address", async ({ page }) => {
  const seen = new Set<string>();
  for (const shown of SCREENS) {
    await goTo(page, shown);
    for (const address of await page
      .locator('a[href^="tel:"]')
      .evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? "")))
      seen.add(address);
  }
  expect(seen.size).toBeGreaterThan(10);
  expect([...seen].filter((address) => !/^tel:\d+$/.test(address))).toEqual([]);
});

test("no number is on the page that the tables do not allow", async ({ page }) => {
  const contacts = table("contacts").filter((row) => row.ship === "OPERATOR");
  const entries = table("entries").filter((row) => row.prefecture === "07");
  const allowed = new Set([...contacts, ...entries].flatMap((row) => [digits(row.phone), digits(row.phone2)]));
  for (const name of ["help now", "the start page", "the directory", "the directory with places"]) {
    await goTo(page, screen(name));
    const called = await page
      .locator('a[href^="tel:"]')
      .evaluateAll((links) => links.map((link) => (link.getAttribute("href") ?? "").slice(4)));
    expect(
      called.filter((number) => !allowed.has(number)),
      name,
    ).toEqual([]);
  }
});

test("help now is the same on a plain host", async ({ page }) => {
  await open(page, "#/help", PLACES.copy);
  for (const line of LINES) await expect(call(page, line.phone)).toBeVisible();
});
