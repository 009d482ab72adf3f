// From a tap to the next picture, with a processor six times slower, beside the same markup as a page without any script.
import { type CDPSession, type Page, expect, test } from "@playwright/test";

import { type Screen, goTo, screen } from "../visit.ts";

const SLOWER = 6;
const TAPS = 15;
const LIMIT = 1.5;

interface Tap {
  /** What is tapped, as a person would say it. */
  name: string;
  screen: Screen;
  /** What is tapped at the nth time, as a selector. */
  what: (n: number) => string;
  /** Where it leads, if it leads to another screen. */
  leads?: string;
}

const TICK: Tap = {
  name: "a tick among many worries",
  screen: screen("a question with several answers"),
  what: (n) => `.choice:nth-of-type(${(n % 6) + 1}) input`,
};

const TAPPED: Tap[] = [
  TICK,
  {
    name: "a choice among a few",
    screen: screen("a question with one answer"),
    what: (n) => `.choice:nth-of-type(${(n % 4) + 1}) input`,
  },
  {
    name: "a setting",
    screen: screen("the settings"),
    what: (n) => `fieldset:last-of-type .choice:nth-of-type(${(n % 2) + 1}) input`,
  },
  { name: "a fold on the result", screen: screen("the result where no place is known"), what: () => "summary" },
  { name: "the way to the next question", screen: screen("a question with an answer"), what: () => ".actions .main", leads: "#/check/2" },
  { name: "the way to help now", screen: screen("the result"), what: () => "aside a", leads: "#/help" },
  { name: "the way to a support", screen: screen("the result"), what: () => ".more a", leads: "#/result/1" },
];

/** Milliseconds from each tap to the picture after it, the middle one of all. */
async function measured(page: Page, cdp: CDPSession, tap: Tap): Promise<number> {
  const took: number[] = [];
  const here = new URL(page.url()).hash;
  for (let n = 0; n < TAPS; n++) {
    const target = page.locator(tap.what(n)).first();
    await target.scrollIntoViewIfNeeded();
    const box = await target.boundingBox();
    if (box === null) throw new Error(`${tap.name}: there is nothing to tap`);
    await page.evaluate(() => {
      const state = window as unknown as { took?: Promise<number> };
      // The time of the event, not of its handling: what keeps the page from handling it counts too.
      state.took = new Promise((resolve) => {
        addEventListener(
          "click",
          ({ timeStamp }) => requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - timeStamp))),
          { capture: true, once: true },
        );
      });
    });
    await cdp.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
    await page.touchscreen.tap(box.x + box.width / 2, box.y + box.height / 2);
    took.push(await page.evaluate(() => (window as unknown as { took: Promise<number> }).took));
    await cdp.send("Emulation.setCPUThrottlingRate", { rate: 1 });
    if (tap.leads !== undefined) {
      await page.evaluate((address) => (location.hash = address), here);
      await expect(page.locator(tap.what(n)).first()).toBeVisible();
    }
  }
  took.sort((one, other) => one - other);
  return took[Math.floor(took.length / 2)] ?? Infinity;
}

/**
 * The same markup and style as a page with no script. Where the tap leads to another screen, that screen stands in the
 * page too, and a link shows it in the place of the first.
 */
async function withoutScripts(page: Page, tap: Tap): Promise<string> {
  const copied = (selector: string) =>
    page.evaluate((selector) => {
      const body = document.body.cloneNode(true) as HTMLElement;
      for (const script of body.querySelectorAll("script")) script.remove();
      for (const link of body.querySelectorAll("a")) link.setAttribute("href", "#other");
      for (const button of body.querySelectorAll(selector)) {
        const link = document.createElement("a");
        link.setAttribute("href", "#other");
        link.className = button.className;
        link.append(...button.childNodes);
        button.replaceWith(link);
      }
      return body.innerHTML;
    }, selector);
  const style = await page.evaluate(() => document.querySelector("style")?.textContent ?? "");
  const first = await copied(".actions .main");
  if (tap.leads === undefined) return `<!doctype html><html lang="ja"><style>${style}</style><body>${first}`;
  const here = page.url();
  await page.goto(tap.leads);
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
  const other = await copied("none");
  await page.goto(here);
  await expect(page.locator(tap.what(0)).first()).toBeVisible();
  const swap = "#other:not(:target),body:has(#other:target)>#first{display:none}";
  return `<!doctype html><html lang="ja"><style>${style}${swap}</style><body><div id="first">${first}</div><div id="other">${other}</div>`;
}

for (const tap of TAPPED) {
  test(tap.name, async ({ page }) => {
    const cdp = await page.context().newCDPSession(page);
    await goTo(page, tap.screen);
    const html = await withoutScripts(page, tap);
    const ours = await measured(page, cdp, tap);
    await page.route("**/without-scripts", (route) => route.fulfill({ contentType: "text/html; charset=utf-8", body: html }));
    await page.goto("without-scripts");
    const plain = await measured(page, cdp, tap);
    const ratio = ours / plain;
    console.log(`${tap.name}: ${ours.toFixed(1)} ms, without scripts ${plain.toFixed(1)} ms, ratio ${ratio.toFixed(2)} (at most ${LIMIT})`);
    expect(ratio).toBeLessThanOrEqual(LIMIT);
  });
}
