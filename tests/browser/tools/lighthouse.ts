// Lighthouse on a phone, the median of five: what is measured, and what it has to reach.
import { type Page, expect, test } from "@playwright/test";
import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";

import { say } from "../content.ts";
import { PLACES } from "../servers.ts";
import { MANY, keep } from "../visit.ts";

const RUNS = 5;
const GOALS = { performance: 98, accessibility: 100, "best-practices": 100, seo: 100 } as const;
type Category = keyof typeof GOALS;
const CATEGORIES = Object.keys(GOALS) as Category[];

/** What is measured: a name, and the address from the top of the site. A site without one of these fails. */
const PAGES: { name: string; address: string | ((page: Page) => Promise<string>) }[] = [
  { name: "the start page", address: "" },
  { name: "a guide page", address: "guide/consult-centre/" },
  { name: "a result opened from a share link", address: shared },
  { name: "the result", address: "#/result" },
];

/** What somebody passes on who has much on their mind. */
async function shared(page: Page): Promise<string> {
  await page.addInitScript(() => {
    for (const name of ["share", "clipboard"]) Object.defineProperty(navigator, name, { value: undefined });
  });
  await keep(page, MANY);
  await page.goto("#/keep");
  await page.getByRole("button", { name: say("share.send") }).click();
  const link = await page.getByRole("textbox", { name: say("share.link") }).inputValue();
  return new URL(link).hash;
}

interface Run {
  scores: Record<Category, number>;
  /** What did not reach the whole score, and by how much it counts. */
  lost: Record<Category, string[]>;
}

async function run(address: string): Promise<Run> {
  const chrome = await launch({
    chromePath: process.env.CHROME_PATH ?? "/usr/bin/chromium",
    chromeFlags: ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"],
  });
  try {
    const found = await lighthouse(address, { port: chrome.port, logLevel: "error", onlyCategories: CATEGORIES });
    if (found === undefined) throw new Error(`Lighthouse says nothing about ${address}`);
    const { audits, categories } = found.lhr;
    const scores = {} as Run["scores"];
    const lost = {} as Run["lost"];
    for (const category of CATEGORIES) {
      const { score, auditRefs } = categories[category] as { score: number | null; auditRefs: { id: string; weight: number }[] };
      scores[category] = Math.round((score ?? 0) * 100);
      lost[category] = auditRefs
        .filter(({ id, weight }) => weight > 0 && (audits[id]?.score ?? 1) < 1)
        .map(({ id }) => `${id} ${audits[id]?.displayValue ?? ""}`.trim());
    }
    return { scores, lost };
  } finally {
    chrome.kill();
  }
}

const median = (values: number[]): number => [...values].sort((one, other) => one - other)[(values.length - 1) / 2] ?? 0;

for (const { name, address } of PAGES) {
  test(name, async ({ page }) => {
    const from = typeof address === "string" ? address : await address(page);
    const runs: Run[] = [];
    for (let n = 0; n < RUNS; n++) runs.push(await run(new URL(from, PLACES.receiver).href));
    const medians = Object.fromEntries(
      CATEGORIES.map((category) => [category, median(runs.map(({ scores }) => scores[category]))]),
    );
    console.log(`${name}: ${CATEGORIES.map((category) => `${category} ${medians[category]} (${GOALS[category]})`).join(", ")}`);
    for (const category of CATEGORIES) {
      const lost = [...new Set(runs.flatMap((run) => run.lost[category]))];
      if (lost.length > 0) console.log(`  ${category}: ${lost.join("; ")}`);
    }
    for (const category of CATEGORIES)
      expect.soft(medians[category], `${category} of ${name}`).toBeGreaterThanOrEqual(GOALS[category]);
  });
}
