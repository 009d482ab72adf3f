// Reading aloud: only with voices of the device, once, in the order in which things are seen, and never unasked.
import { type Page } from "@playwright/test";

import { type Lang, heard, say, table } from "./content.ts";
import { expect, open, test } from "./helpers.ts";
import { goTo, pick, screen, title } from "./visit.ts";

interface Voice {
  name: string;
  lang: string;
  localService: boolean;
}
interface Spoken {
  text: string;
  voice: string;
}
interface Mock {
  spoken: Spoken[];
  cancelled: number;
  finish: () => void;
}

const JAPANESE = { name: "見本の声", lang: "ja-JP", localService: true };
const ENGLISH = { name: "sample voice", lang: "en_US", localService: true };
const CLOUD = { name: "cloud", lang: "ja-JP", localService: false };

/** A browser with these voices, which says nothing and notes what it was given. */
async function voices(page: Page, given: Voice[]): Promise<void> {
  await page.addInitScript((given) => {
    class Utterance extends EventTarget {
      voice: Voice | null = null;
      lang = "";
      constructor(readonly text: string) {
        super();
      }
    }
    const queue: Utterance[] = [];
    const mock: Mock = {
      spoken: [],
      cancelled: 0,
      finish: () => queue.splice(0).forEach((utterance) => utterance.dispatchEvent(new Event("end"))),
    };
    const speaker = Object.assign(new EventTarget(), {
      getVoices: () => given,
      speak: (utterance: Utterance) => {
        queue.push(utterance);
        mock.spoken.push({ text: utterance.text, voice: utterance.voice?.name ?? "any" });
      },
      cancel: () => {
        queue.length = 0;
        mock.cancelled += 1;
      },
    });
    Object.defineProperty(window, "speechSynthesis", { value: speaker });
    Object.assign(window, { SpeechSynthesisUtterance: Utterance, mock });
  }, given);
}

const spoken = (page: Page) => page.evaluate(() => (window as unknown as { mock: Mock }).mock.spoken);
const cancelled = (page: Page) => page.evaluate(() => (window as unknown as { mock: Mock }).mock.cancelled);
const finish = (page: Page) => page.evaluate(() => (window as unknown as { mock: Mock }).mock.finish());
const read = (page: Page, lang: Lang = "ja") => page.getByRole("banner").getByRole("button", { name: heard("aloud.read", lang) });
const stop = (page: Page, lang: Lang = "ja") => page.getByRole("banner").getByRole("button", { name: heard("aloud.stop", lang) });

test("without a voice of the device there is no button, whatever a cloud offers", async ({ page }) => {
  await voices(page, [CLOUD, { ...ENGLISH, localService: false }]);
  await goTo(page, screen("the result"));
  await expect(page.getByRole("banner").getByRole("button")).toHaveCount(0);
  await expect(read(page)).toHaveCount(0);
});

test("a voice for another language is no voice for this page", async ({ page }) => {
  await voices(page, [ENGLISH]);
  await goTo(page, screen("the result"));
  await expect(read(page)).toHaveCount(0);
  await pick(page, "English");
  await expect(read(page, "en")).toBeVisible();
});

test("the screen is read from its heading on, as it is seen, with the device's own voice, and the strip is not", async ({ page }) => {
  await voices(page, [CLOUD, JAPANESE]);
  await goTo(page, screen("the review"));
  expect(await spoken(page)).toEqual([]);
  await read(page).click();
  const said = await spoken(page);
  expect(said[0]?.text).toBe(say("review.title"));
  expect(said[1]?.text).toBe(say("review.lead"));
  expect(new Set(said.map(({ voice }) => voice))).toEqual(new Set([JAPANESE.name]));
  const all = said.map(({ text }) => text).join("\n");
  expect(all).not.toContain(say("crisis-strip"));
  const seen = await page.getByRole("main").getByRole("term").allInnerTexts();
  const places = seen.map((text) => all.indexOf(text));
  expect(places.every((place, index) => place >= 0 && place >= (places[index - 1] ?? 0))).toBe(true);
});

test("of a word with furigana the reading is said, once, whether furigana is seen or not", async ({ page }) => {
  await voices(page, [JAPANESE]);
  const lead = table("text-app").find((row) => row.key === "ui.settings.lead")?.["ja-x-easy"] ?? "";
  const reading = lead.replace(/\{[^|{}]+\|([^|{}]+)\}/g, "$1");
  await open(page, "ja-x-easy/#/settings");
  for (const furigana of ["on", "off"]) {
    await page.getByRole("radio", { name: heard(`settings.furigana-${furigana}`, "ja-x-easy") }).check();
    // Its name has the furigana that are seen.
    const button = page.getByRole("banner").locator(".aloud");
    await button.click();
    const said = (await spoken(page)).map(({ text }) => text);
    expect(said.filter((text) => text === reading)).toHaveLength(furigana === "on" ? 1 : 2);
    await button.click();
  }
});

test("what is Japanese on an English page is read by a Japanese voice, or not at all", async ({ page }) => {
  await voices(page, [ENGLISH, JAPANESE]);
  await goTo(page, screen("a support with places"), "en");
  await read(page, "en").click();
  const said = await spoken(page);
  const isJapanese = /[ぁ-んァ-ヶ]{3}/u;
  expect(said.some(({ text, voice }) => isJapanese.test(text) && voice === JAPANESE.name)).toBe(true);
  expect(said[0]?.voice).toBe(ENGLISH.name);
});

test("the button stops what it began, and offers to read again when all was read", async ({ page }) => {
  await voices(page, [JAPANESE]);
  await goTo(page, screen("the result"));
  await read(page).click();
  await expect(stop(page)).toBeFocused();
  const before = await cancelled(page);
  await stop(page).click();
  expect(await cancelled(page)).toBe(before + 1);
  await expect(read(page)).toBeFocused();
  await read(page).click();
  await finish(page);
  await expect(read(page)).toBeVisible();
});

test("it falls silent when the person leaves the screen, changes the language or looks elsewhere", async ({ page }) => {
  await voices(page, [JAPANESE, ENGLISH]);
  await goTo(page, screen("the result"));
  const silenced = async (leave: () => Promise<unknown>, lang: Lang) => {
    await read(page).click();
    await expect(stop(page)).toBeVisible();
    const before = await cancelled(page);
    await leave();
    await expect(read(page, lang)).toBeVisible();
    expect(await cancelled(page)).toBeGreaterThan(before);
  };
  await silenced(() => page.goto("#/places"), "ja");
  await silenced(
    () =>
      page.evaluate(() => {
        Object.defineProperty(document, "hidden", { value: true, configurable: true });
        document.dispatchEvent(new Event("visibilitychange"));
        Object.defineProperty(document, "hidden", { value: false });
      }),
    "ja",
  );
  await silenced(() => pick(page, "English"), "en");
});

test("what is folded away is not read", async ({ page }) => {
  await voices(page, [JAPANESE]);
  await goTo(page, screen("the result where no place is known"));
  await read(page).click();
  const folded = await page.locator("details li").first().textContent();
  const all = (await spoken(page)).map(({ text }) => text).join("\n");
  expect(all).toContain(say("result.not-suggested"));
  expect(all).not.toContain(folded ?? "");
  await expect(title(page)).toBeVisible();
});

test("a browser that cannot speak at all shows the same screens without the button", async ({ page }) => {
  await page.addInitScript(() => Object.defineProperty(window, "speechSynthesis", { value: undefined }));
  await goTo(page, screen("the result"));
  await expect(page.getByRole("banner").getByRole("button")).toHaveCount(0);
});
