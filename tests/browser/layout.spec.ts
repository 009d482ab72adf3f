// Narrow screens, large text, keyboards, other colors, no motion, and paper.
import { type Page } from "@playwright/test";

import { heard, say } from "./content.ts";
import { expect, open, test } from "./helpers.ts";
import { SCREENS, copyOf, goTo, langOf, never, screen, switchOf, title } from "./visit.ts";

const NARROW = { width: 320, height: 568 };

/** Text twice as large as the page asks for, as a person may set it. */
async function doubleText(page: Page): Promise<void> {
  await page.evaluate(() => (document.documentElement.style.fontSize = "200%"));
}

/** What reaches over the side of the screen. */
function overSide(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    const found =
      document.documentElement.scrollWidth > width ? [`the page is ${document.documentElement.scrollWidth} wide`] : [];
    for (const element of document.querySelectorAll("body *")) {
      const { left, right, width: own } = element.getBoundingClientRect();
      const isForReaders = element.closest(".heard, .skip") !== null;
      if (own > 0 && !isForReaders && element.checkVisibility() && (right > width + 0.5 || left < -0.5)) found.push(element.outerHTML.slice(0, 120));
    }
    return found;
  });
}

/** The strip is in sight and takes at most a fifth of the height. */
async function expectStrip(page: Page): Promise<void> {
  await expect(page.getByRole("complementary")).toBeInViewport();
  const box = await page.getByRole("complementary").boundingBox();
  expect(box?.height ?? Infinity).toBeLessThanOrEqual(NARROW.height / 5);
}

test.describe("at 320 pixels with text of 200 %, nothing reaches over the side and the strip keeps to a fifth on", () => {
  test.use({ viewport: NARROW, isMobile: false });
  for (const shown of SCREENS) {
    test(shown.name, async ({ page }) => {
      for (const lang of ["ja", "en"] as const) {
        await goTo(page, shown, lang);
        await doubleText(page);
        expect(await overSide(page), lang).toEqual([]);
        if (shown.address === "#/help") {
          await expect(page.getByRole("complementary")).toHaveCount(0);
        } else {
          await expectStrip(page);
        }
      }
    });
  }
});

test.describe("at 320 pixels with text of 200 %", () => {
  test.use({ viewport: NARROW, isMobile: false });

  test("the list of languages fits, unfolded in each of them", async ({ page }) => {
    for (const lang of ["ja", "ja-x-easy", "en", "vi", "ne"] as const) {
      await open(page, copyOf(lang));
      await doubleText(page);
      await switchOf(page).click();
      await expect(langOf(page, "नेपाली")).toBeVisible();
      expect(await overSide(page), lang).toEqual([]);
    }
  });
});

test.describe("the same holds before the app has come, on", () => {
  test.use({ viewport: NARROW, isMobile: false, mayComplain: true });

  test("the copy that stands there", async ({ page }) => {
    await page.route(/\.wasm$/, never);
    for (const address of ["", "#/check/1", "#/places", "#/help"]) {
      await page.goto(address, { waitUntil: "commit" });
      await expect(page.getByRole("complementary")).toBeInViewport();
      await doubleText(page);
      expect(await overSide(page)).toEqual([]);
      await expectStrip(page);
    }
  });
});

for (const [width, height] of [
  [360, 740],
  [768, 1024],
  [1080, 1920],
] as const) {
  test(`nothing reaches over the side at ${width}×${height}`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    for (const name of [
      "the start page",
      "a question with several answers",
      "the review",
      "the result",
      "a support with places",
      "the directory with places",
      "help now",
    ]) {
      await goTo(page, screen(name));
      expect(await overSide(page), name).toEqual([]);
    }
  });
}

/** How much of what has the focus, or of the row it stands in, the strip covers; in pixels of height. */
function covered(page: Page): Promise<{ what: string; by: number } | undefined> {
  return page.evaluate(() => {
    const focused = document.activeElement;
    const strip = document.querySelector("aside");
    if (focused === null || focused === document.body || strip === null || strip.contains(focused)) return;
    const above = strip.getBoundingClientRect();
    const own = (focused.closest(".choice") ?? focused).getBoundingClientRect();
    const by = Math.min(above.bottom, own.bottom) - Math.max(above.top, own.top);
    const isBeside = own.right <= above.left || own.left >= above.right;
    return { what: focused.outerHTML.slice(0, 100), by: isBeside ? 0 : Math.max(0, by) };
  });
}

test.describe("the strip never covers what has the focus, forwards and backwards on", () => {
  for (const text of ["100%", "200%"]) {
    for (const name of [
      "the result",
      "a question with several answers",
      "the directory with places",
      "the review",
      "a support with places",
    ]) {
      test(`${name} with text of ${text}`, async ({ page }) => {
        await page.setViewportSize(NARROW);
        await goTo(page, screen(name));
        if (text === "200%") await doubleText(page);
        const n = await page.locator("a, button, input, select, summary").count();
        for (const key of ["Tab", "Shift+Tab"]) {
          for (let pressed = 0; pressed < n; pressed++) {
            await page.keyboard.press(key);
            const found = await covered(page);
            expect(found?.by ?? 0, found?.what).toBeLessThan(1);
          }
        }
      });
    }
  }
});

test("whatever is pressed is at least 48 pixels high and wide, and a link within a sentence at least 24", async ({ page }) => {
  for (const shown of SCREENS) {
    await goTo(page, shown);
    const small = await page.evaluate(() =>
      [...document.querySelectorAll("a, button, select, summary, label.choice")]
        .filter((element) => element.getClientRects().length > 0 && !element.matches(".skip"))
        .map((element) => {
          const { width, height } = element.getBoundingClientRect();
          const isInSentence = element.matches("p a, li a") && getComputedStyle(element).display === "inline";
          return { element: element.outerHTML.slice(0, 120), width, height, wanted: isInSentence ? 24 : 48 };
        })
        .filter(({ width, height, wanted }) => Math.min(width, height) < wanted - 0.5),
    );
    expect(small, shown.name).toEqual([]);
  }
});

test.describe("before the app has come", () => {
  test.use({ mayComplain: true });

  test("whatever is pressed is at least 48 pixels high and wide", async ({ page }) => {
    await page.route(/\.wasm$/, never);
    for (const address of ["", "#/check/1"]) {
      await page.goto(address, { waitUntil: "commit" });
      await expect(page.getByRole("complementary")).toBeInViewport();
      for (const pressed of await page.locator("a, summary, label.choice").filter({ visible: true }).all()) {
        if ((await pressed.getAttribute("class")) === "skip") continue;
        const box = await pressed.boundingBox();
        expect(Math.min(box?.width ?? 0, box?.height ?? 0), await pressed.innerText()).toBeGreaterThan(47.5);
      }
    }
  });
});

test.describe("in forced colors", () => {
  test.use({ forcedColors: "active" });

  test("a choice that is made looks other than one that is not, and a tick is drawn", async ({ page }) => {
    await goTo(page, screen("a question with an answer"));
    const looks = await page.locator(".choice").evaluateAll((rows) =>
      rows.map((row) => {
        const { outlineStyle, outlineWidth } = getComputedStyle(row);
        return `${row.querySelector("input")?.checked} ${outlineStyle !== "none" && parseFloat(outlineWidth) > 0}`;
      }),
    );
    expect([...new Set(looks)].sort()).toEqual(["false false", "true true"]);
  });

  test("buttons, doors, cards, notices and marks keep a border", async ({ page }) => {
    for (const [name, parts] of [
      ["the start page", [".door", "aside a"]],
      ["a question with something to correct", [".button", ".choice", ".notice"]],
      ["the result", [".card", ".call", ".mark"]],
      ["the directory with places", ["select", ".contact"]],
    ] as const) {
      await goTo(page, screen(name));
      for (const part of parts) {
        const width = await page
          .locator(part)
          .first()
          .evaluate((element) => {
            const style = getComputedStyle(element);
            return Math.max(
              ...["Top", "Left"].map((side) => parseFloat(style.getPropertyValue(`border-${side.toLowerCase()}-width`))),
            );
          });
        expect(width, `${part} on ${name}`).toBeGreaterThan(0);
      }
    }
  });
});

test("what has the focus has an outline, in every color scheme", async ({ page }) => {
  for (const media of [{}, { colorScheme: "dark" }, { forcedColors: "active" }] as const) {
    await page.emulateMedia(media);
    await open(page);
    const n = await page.locator("a, button").filter({ visible: true }).count();
    for (let pressed = 0; pressed < n; pressed++) {
      await page.keyboard.press("Tab");
      const { outline, what } = await page.evaluate(() => {
        const focused = document.activeElement ?? document.body;
        const { outlineStyle, outlineWidth } = getComputedStyle(focused);
        return { outline: outlineStyle === "none" ? 0 : parseFloat(outlineWidth), what: focused.outerHTML.slice(0, 100) };
      });
      expect(outline, what).toBeGreaterThanOrEqual(2);
    }
  }
});

test("nothing moves by itself, least of all where a person asked for less motion", async ({ page }) => {
  for (const reducedMotion of ["no-preference", "reduce"] as const) {
    await page.emulateMedia({ reducedMotion });
    for (const name of ["the start page", "a question with an answer", "the result", "help now"]) {
      await goTo(page, screen(name));
      const moving = await page.evaluate(() => document.getAnimations().length);
      expect(moving).toBe(0);
    }
  }
});

test("in the dark the ground is dark and the text is light", async ({ page }) => {
  await page.emulateMedia({ colorScheme: "dark" });
  await open(page);
  const [text, ground] = await page.evaluate(() => {
    const { color, backgroundColor } = getComputedStyle(document.body);
    return [color, backgroundColor].map((value) =>
      (value.match(/\d+/g) ?? []).slice(0, 3).reduce((sum, part) => sum + Number(part), 0),
    );
  });
  expect(text).toBeGreaterThan(600);
  expect(ground).toBeLessThan(150);
});

test.describe("on paper", () => {
  test("the result says when it was printed, and leaves out what cannot be pressed there", async ({ page }) => {
    await goTo(page, screen("the result"));
    const printed = page.getByText(say("result.printed", "ja", { date: "2026年11月24日" }));
    await expect(printed).toBeHidden();
    await page.emulateMedia({ media: "print" });
    await expect(printed).toBeVisible();
    await expect(page.getByRole("group", { name: say("frame.language") })).toBeHidden();
    await expect(page.getByRole("navigation")).toBeHidden();
    await expect(page.getByRole("button")).toHaveCount(0);
    await expect(page.getByRole("link", { name: say("result.review") })).toBeHidden();
    await expect(page.locator(".skip")).toBeHidden();
    await expect(title(page)).toBeVisible();
    await expect(page.getByRole("article").first()).toBeVisible();
    await expect(page.getByText(heard("frame.not-medical"))).toBeVisible();
  });

  test("numbers are printed in digits, and the addresses of official pages in full", async ({ page }) => {
    await goTo(page, screen("the result"));
    await page.emulateMedia({ media: "print" });
    for (const link of await page.locator('main a[href^="tel:"]').all()) {
      await expect(link).toBeVisible();
      expect((await link.innerText()).replace(/\D/g, "")).toBe((await link.getAttribute("href"))?.replace("tel:", ""));
    }
    const site = page.locator('main a[href^="http"]').first();
    expect(await site.evaluate((link) => getComputedStyle(link, "::after").content)).toContain("http");
  });

  test("help now is on the paper of the result, with its way there, and is printed whole by itself", async ({ page }) => {
    await goTo(page, screen("the result"));
    await page.emulateMedia({ media: "print" });
    await expect(page.getByRole("complementary")).toBeVisible();
    await page.goto("#/help");
    await expect(page.locator('main a[href="tel:119"]')).toBeVisible();
    await expect(page.getByText(say("crisis-other-text"))).toBeVisible();
  });

  test("what is dark on the screen is light on paper", async ({ page }) => {
    await page.emulateMedia({ media: "print", colorScheme: "dark" });
    await open(page);
    expect(await page.evaluate(() => getComputedStyle(document.body).color)).toBe("rgb(26, 26, 26)");
  });

  test("the button asks the browser to print", async ({ page }) => {
    await page.addInitScript(() => Object.assign(window, { print: () => (document.body.dataset.printed = "yes") }));
    await goTo(page, screen("the result"));
    await page.getByRole("button", { name: say("result.print") }).click();
    await expect(page.locator("body")).toHaveAttribute("data-printed", "yes");
  });
});
