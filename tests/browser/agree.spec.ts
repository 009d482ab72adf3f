// The page shows what `authoring visit` says, journey by journey.
import { type Locator, type Page } from "@playwright/test";

import { choice, find, question, say, table } from "./content.ts";
import { type Journey, expect, journeys, open, test } from "./helpers.ts";
import { keep, title } from "./visit.ts";

const JOURNEYS = journeys();

/** The ids of the supports in these parts, in the order of the page. */
async function ids(parts: Locator): Promise<string[]> {
  const named = await parts.getByRole("heading").and(parts.page().locator('[id^="card-"]')).all();
  return Promise.all(named.map(async (name) => ((await name.getAttribute("id")) ?? "").replace(/^card-/, "")));
}

/** The result on the page is the one that was expected. */
async function expectResult(page: Page, { visit, expected }: Journey): Promise<void> {
  const ends = [visit.answers.worries].flat().join() === "none_today";
  await expect(title(page)).toHaveText(say(ends ? "result.none-title" : "result.title"));
  await expect(page.getByRole("article").first()).toBeVisible();
  // The cards in full are the first; the short ending has only the center in full.
  expect(await ids(page.locator("article.card:not(.short)"))).toEqual(ends ? expected.first.slice(0, 1) : expected.first);
  const others = expected.results.map(({ support }) => support).filter((id) => !expected.first.includes(id));
  if (ends) {
    expect(await ids(page.locator("article"))).toEqual([...expected.first, ...others]);
    return;
  }
  // The others stand once each under a worry, and there in the order of all results.
  const groups = await Promise.all((await page.locator("section.group").all()).map(ids));
  expect(groups.flat().toSorted()).toEqual(others.toSorted());
  for (const group of groups) expect(group).toEqual(others.filter((id) => group.includes(id)));
  expect(await ids(page.locator("article"))).toEqual([...expected.first, ...groups.flat()]);
}

test("there are at least thirty journeys, and none has an answer that is unknown", () => {
  expect(JOURNEYS.length).toBeGreaterThanOrEqual(30);
  expect(JOURNEYS.filter(({ expected }) => [expected.dropped ?? []].flat().length > 0).map(({ id }) => id)).toEqual([]);
});

for (const journey of JOURNEYS) {
  test(`the page shows to ${journey.id} what the rules say`, async ({ page }) => {
    await keep(page, journey.visit.answers);
    await open(page, "#/result");
    await expectResult(page, journey);
  });
}

test.describe("pressed through question by question, the page shows the same to", () => {
  // One a role, and so a wording; each answers follow-up questions or names a prefecture.
  for (const id of [
    "swollen-arm",
    "daughter-who-lost-her-mother",
    "manager-of-a-team",
    "young-carer",
    "vietnamese-speaker-in-debt",
    "just-told-at-night",
  ]) {
    const journey = JOURNEYS.find((journey) => journey.id === id);
    test(id, async ({ page }) => {
      if (journey === undefined) throw new Error(`there is no journey ${id}`);
      const { answers } = journey.visit;
      const role = String(answers.role ?? "patient");
      await open(page, "#/check/1");
      for (const name of journey.expected.asked) {
        await expect(title(page)).toHaveText(question(name, role === "" ? "patient" : role));
        const chosen = [answers[name] ?? []].flat();
        for (const one of chosen) await answer(page, name, choice(name, one, role));
        await page.getByRole("button", { name: say(chosen.length > 0 ? "question.next" : "question.skip") }).click();
      }
      await page.getByRole("link", { name: say("review.result") }).click();
      await expectResult(page, journey);
    });
  }
});

/** Gives one answer as a person does, whatever kind of question it is. */
async function answer(page: Page, name: string, label: string): Promise<void> {
  const list = page.getByRole("main").getByRole("combobox");
  if (await list.isVisible()) {
    await list.selectOption({ label });
    return;
  }
  const kind = find(table("survey"), "name", name).type?.startsWith("select_multiple") ? "checkbox" : "radio";
  await page.getByRole(kind, { name: label, exact: true }).check();
}
