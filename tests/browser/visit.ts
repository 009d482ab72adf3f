// What a person does on the pages, and the screens they come to.
import { type Locator, type Page, type Route } from "@playwright/test";

import { type Lang, heard, table } from "./content.ts";
import { PLACES, type Visit, expect, open } from "./helpers.ts";

export type Answers = Visit["answers"];

/** The heading that takes the focus. */
export const title = (page: Page): Locator => page.getByRole("heading", { level: 1 });

/** Somebody with much on their mind, in a prefecture with many places. */
export const MANY: Answers = {
  role: "patient",
  phase: "in_treatment",
  age: "adult",
  worries: ["symptoms", "money", "work", "family"],
  symptom_kind: ["pain"],
  money_kind: ["hospital_bill", "income_loss"],
  work_status: "employee",
  work_wish: ["keep_working"],
  family_kind: ["tell_children"],
  cancer_special: ["rare"],
  most: "money",
  wish: ["talk"],
  channel: ["phone"],
  access_needs: ["interpreter"],
  language: "en",
  prefecture: "22",
};

const known = new Set(table("entries").map((row) => row.prefecture));

/** The codes of the prefectures where no place is known. */
export const WITHOUT_PLACES = table("areas")
  .map((row) => row.code ?? "")
  .filter((code) => !known.has(code));

/** Answers in a prefecture where no place is known. */
export const NOWHERE: Answers = { role: "family", worries: ["feelings"], prefecture: WITHOUT_PLACES.at(-1) ?? "" };

/** Has the tab keep these answers, as if they were given before. */
export async function keep(page: Page, answers: Answers, place: string = PLACES.receiver): Promise<void> {
  const kept = Object.entries(answers).map(([question, chosen]) => `${question}=${[chosen].flat().join(",")}`);
  const elsewhere = new URL("elsewhere", place).href;
  await page.route(elsewhere, (route) => route.fulfill({ contentType: "text/html", body: '<link rel="icon" href="data:,">' }));
  await page.goto(elsewhere);
  await page.evaluate((text) => sessionStorage.setItem("tomoni-answers", text), kept.join(";"));
  await page.unroute(elsewhere);
}

/** What the tab keeps now. */
export function kept(page: Page): Promise<string | null> {
  return page.evaluate(() => sessionStorage.getItem("tomoni-answers"));
}

/** Where the copy of a language stands, from the top of the site. */
export const copyOf = (lang: Lang): string => (lang === "ja" ? "" : `${lang}/`);

/** The folded switch of languages. */
export const switchOf = (page: Page): Locator => page.locator(".langs > summary");

/** One language of the switch, once it is unfolded: a button in the app, a link on the copy that stands before it. */
export const langOf = (page: Page, name: string): Locator =>
  page.locator(".langs").getByRole("button", { name, exact: true }).or(page.locator(".langs").getByRole("link", { name, exact: true }));

/** Picks a language by its own name. */
export async function pick(page: Page, name: string): Promise<void> {
  await switchOf(page).click();
  await langOf(page, name).click();
}

/** Something that waits until it is let go on. */
export function gate(): { opened: Promise<void>; open: () => void } {
  let open = (): void => {};
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { opened, open };
}

/** A file that never comes: the request stays open until the page is closed. */
export const never = (_: Route): void => {};

/** Presses Tab until an element has the focus. */
export async function tabTo(page: Page, wanted: Locator): Promise<void> {
  for (let pressed = 0; pressed < 120; pressed++) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`the focus does not come to ${wanted}`);
}

/** A screen, and the way to it. */
export interface Screen {
  name: string;
  address: string;
  answers?: Answers;
  /** What has to be so before the page is opened. */
  before?: (page: Page) => Promise<unknown>;
  /** Whether it is the moment before something has come. */
  waits?: boolean;
  /** What is done there. */
  then?: (page: Page, lang: Lang) => Promise<unknown>;
}

/** Every screen, each kind of question, and each state a screen can be in. */
export const SCREENS: Screen[] = [
  { name: "the start page", address: "" },
  { name: "the start page with answers kept", address: "", answers: { role: "patient" } },
  {
    name: "the start page after erasing",
    address: "",
    answers: { role: "patient" },
    then: (page, lang) => page.getByRole("button", { name: heard("start.erase", lang) }).click(),
  },
  { name: "a question with one answer", address: "#/check/1" },
  { name: "a question with an answer", address: "#/check/1", answers: { role: "family" } },
  { name: "a question with several answers", address: "#/check/4" },
  { name: "the question about symptoms", address: "#/check/5", answers: { worries: ["symptoms"] } },
  { name: "a question with a long list", address: "#/check/8" },
  {
    name: "a question with something to correct",
    address: "#/check/4",
    answers: { worries: ["money", "none_today"] },
    then: (page, lang) => page.getByRole("button", { name: heard("question.next", lang) }).click(),
  },
  { name: "the review without answers", address: "#/review" },
  { name: "the review", address: "#/review", answers: MANY },
  { name: "the result without answers", address: "#/result" },
  { name: "the result", address: "#/result", answers: MANY },
  { name: "the result where no place is known", address: "#/result", answers: NOWHERE },
  {
    name: "the result with what was not suggested",
    address: "#/result",
    answers: NOWHERE,
    then: (page) => page.getByRole("main").locator("summary").click(),
  },
  {
    name: "the result while the places load",
    address: "#/result",
    answers: MANY,
    before: (page) => page.route(/entries-/, never, { times: 1 }),
    waits: true,
  },
  { name: "the short ending", address: "#/result", answers: { worries: ["none_today"] } },
  { name: "a support", address: "#/result/1", answers: MANY },
  { name: "a support with places", address: "#/result/1", answers: { prefecture: "22" } },
  { name: "a support where no place is known", address: "#/result/1", answers: { prefecture: NOWHERE.prefecture ?? "" } },
  {
    name: "a support with lines for the whole country",
    address: "#/result/1",
    answers: { worries: ["unsure"], cancer_special: ["rare"] },
  },
  { name: "the directory", address: "#/places" },
  {
    name: "the directory with places",
    address: "#/places",
    then: async (page, lang) => {
      await page.getByRole("combobox", { name: heard("places.prefecture", lang) }).selectOption({ index: 7 });
      await page.locator(".narrow > summary").click();
      await expect(page.getByRole("combobox", { name: heard("places.kind", lang) })).toBeVisible();
    },
  },
  {
    name: "the directory where no place is known",
    address: "#/places",
    then: (page, lang) =>
      page.getByRole("combobox", { name: heard("places.prefecture", lang) }).selectOption({ index: Number(NOWHERE.prefecture) }),
  },
  { name: "taking along", address: "#/keep", answers: MANY },
  { name: "taking along without answers", address: "#/keep" },
  {
    name: "taking along with something to correct",
    address: "#/keep",
    answers: MANY,
    then: (page, lang) => page.getByRole("button", { name: heard("reminder.make", lang) }).click(),
  },
  { name: "a link that cannot be read", address: "#/s/00000" },
  { name: "the hand-over sheet without answers", address: "#/sheet" },
  { name: "the hand-over sheet", address: "#/sheet", answers: MANY },
  { name: "the counselor's page", address: "#/counter" },
  { name: "the settings", address: "#/settings", then: (page) => expect(page.getByRole("radio").first()).toBeVisible() },
  { name: "help now", address: "#/help" },
  {
    name: "help now with the door for others",
    address: "#/help",
    then: (page) => page.getByRole("main").locator("summary").click(),
  },
  { name: "the page about the app", address: "#/about" },
  { name: "the page about privacy", address: "#/privacy" },
  { name: "an address that leads nowhere", address: "#/nowhere" },
];

/** The screen with this name. */
export function screen(name: string): Screen {
  const found = SCREENS.find((screen) => screen.name === name);
  if (found === undefined) throw new Error(`there is no screen "${name}"`);
  return found;
}

/** Goes to a screen in a language. */
export async function goTo(page: Page, screen: Screen, lang: Lang = "ja", place: string = PLACES.receiver): Promise<void> {
  if (screen.answers) await keep(page, screen.answers, place);
  await screen.before?.(page);
  await open(page, copyOf(lang) + screen.address, place);
  if (!screen.waits) await expect(page.locator(".fills")).toHaveCount(0);
  await screen.then?.(page, lang);
  await expect(title(page)).toBeVisible();
}
