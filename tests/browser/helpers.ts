// What every spec uses instead of `@playwright/test`: a page that asks nobody else and complains of nothing.
import { execFileSync } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

import { AxeBuilder } from "@axe-core/playwright";
import { type BrowserContext, type Page, test as base, expect } from "@playwright/test";
import axe from "axe-core";

import { PLACES, TOP, program } from "./servers.ts";

export { PLACES, expect };

/** Today, in every test that names no other day. */
export const TODAY = "2026-11-24T10:00:00+09:00";

interface Options {
  /** Whether the browser may complain in its console: in tests that take a file or a power away from the page. */
  mayComplain: boolean;
}

export const test = base.extend<Options & { watched: void }>({
  mayComplain: [false, { option: true }],
  watched: [
    async ({ context, mayComplain }, use) => {
      await context.clock.setFixedTime(TODAY);
      const foreign = foreignRequests(context);
      const complaints = complaintsOf(context);
      await use();
      expect(foreign, "requests to other hosts").toEqual([]);
      if (!mayComplain) expect(complaints, "complaints in the console").toEqual([]);
    },
    { auto: true },
  ],
});

/** The addresses of all requests to other hosts, filled as they happen. */
export function foreignRequests(context: BrowserContext): string[] {
  const own = new Set(Object.values(PLACES).map((place) => new URL(place).host));
  const foreign: string[] = [];
  const note = (url: string) => {
    const { protocol, host } = new URL(url);
    if (!["data:", "blob:"].includes(protocol) && !own.has(host)) foreign.push(url);
  };
  context.on("request", (request) => note(request.url()));
  context.on("page", (page) => page.on("websocket", (socket) => note(socket.url())));
  return foreign;
}

// The receiver also denies what only browsers on phones have; a browser on a desk says that it does not know these.
const UNKNOWN_HERE = /^Error with Permissions-Policy header: Unrecognized feature: '(bluetooth|web-share)'\.$/;
// Where the address names a screen of the whole app, the first app was preloaded and is not begun (docs/decisions/0016-two-apps.md).
const NOT_BEGUN = /assets\/app-[0-9a-f]{16}\.(js|wasm) was preloaded using link preload but not used/;

function complaintsOf(context: BrowserContext): string[] {
  const complaints: string[] = [];
  context.on("console", (message) => {
    const isComplaint = ["error", "warning"].includes(message.type()) && ![UNKNOWN_HERE, NOT_BEGUN].some((known) => known.test(message.text()));
    if (isComplaint) complaints.push(message.text());
  });
  context.on("weberror", (error) => complaints.push(String(error.error())));
  return complaints;
}

/** Opens an address of the site, relative to its top, and waits until the app has taken the place of the static copy. */
export async function open(page: Page, address = "", place: string = PLACES.receiver): Promise<void> {
  await page.goto(new URL(address, place).href);
  await expect(page.locator("#static")).toHaveCount(0);
  await expect(page.locator("#app")).toBeVisible();
}

// Left to itself, axe passes over its newest rules, its strictest ones and those on trial.
const RULES = Object.fromEntries(axe.getRules().map(({ ruleId }) => [ruleId, { enabled: true }]));

/** Fails on any finding of axe: all rules, the whole page. There are no frames, for which axe would open a page of its own. */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).options({ rules: RULES }).setLegacyMode().analyze();
  const said = violations.map(({ id, help, nodes }) => `${id}: ${help}\n${nodes.map((node) => `  ${node.html}`).join("\n")}`);
  expect(said, `axe on ${page.url()}`).toEqual([]);
}

/** A visit as data, as docs/ARCHITECTURE.md describes it. */
export interface Visit {
  answers: Record<string, string | string[]>;
  lang?: string;
  now?: string;
}

/** What `authoring visit` says of a visit. */
export interface Result {
  asked: string[];
  first: string[];
  results: { support: string; reasons: { question: string; choice: string }[]; entries?: unknown[] }[];
  not_suggested: { support: string; would_need: { question: string; choice: string }[] }[];
  dropped?: unknown;
}

/** What `authoring visit` says of these visits, in their order. */
export function visited(visits: Visit[]): Result[] {
  const [command, ...args] = program("authoring", "TOMONI_AUTHORING");
  const input = visits.map((visit) => `${JSON.stringify(visit)}\n`).join("");
  const output = execFileSync(command, [...args, "visit"], { cwd: TOP, input, encoding: "utf8", maxBuffer: 1 << 28 });
  return output.trim().split("\n").map((line) => JSON.parse(line));
}

export interface Journey {
  /** The name of its file. */
  id: string;
  visit: Visit;
  expected: Result;
}

/** All journeys of tests/journeys, each with what `authoring visit` says of it. */
export function journeys(): Journey[] {
  const folder = join(TOP, "tests/journeys");
  const files = readdirSync(folder).filter((file) => file.endsWith(".json")).sort();
  const visits = files.map((file) => {
    const { id, answers } = JSON.parse(readFileSync(join(folder, file), "utf8")) as { id: string } & Visit;
    return { id, visit: { answers, lang: "ja", now: TODAY } };
  });
  const expected = visited(visits.map(({ visit }) => visit));
  return visits.map(({ id, visit }, place) => ({ id, visit, expected: expected[place] }));
}
