// The leaflets: pages for each support and each prefecture that are read and printed without a script, on any host.
import { type Page } from "@playwright/test";

import { type Lang, contact, heard, say, support, table } from "./content.ts";
import { PLACES, expect, expectAccessible, test } from "./helpers.ts";
import { SCREENS, WITHOUT_PLACES, copyOf, goTo, title } from "./visit.ts";

const LANGS: Lang[] = ["ja", "ja-x-easy", "en"];
const GUIDE = "guide/high-cost-medical/";
const CONTACTS = "contacts/22/";
const EMPTY = `contacts/${WITHOUT_PLACES.at(-1)}/`;
const LEAFLETS = ["guide/", GUIDE, "guide/palliative-outpatient/", "guide/crisis-lines/", "contacts/", CONTACTS, EMPTY];
const HOSTS = [
  ["the receiver", PLACES.receiver],
  ["a plain host in a sub-path", PLACES.copy],
] as const;

/** Every link of the page to its own host, in full and without what follows `#`. */
const ownLinks = async (page: Page): Promise<string[]> => {
  const all = await page.locator("a[href], link[href]").evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href));
  const own = all.filter((link) => new URL(link).host === new URL(page.url()).host);
  return [...new Set(own.map((link) => link.replace(/#.*/, "")))];
};

test.describe("without any script", () => {
  test.use({ javaScriptEnabled: false });

  for (const [host, place] of HOSTS) {
    test(`on ${host} the start page leads to a support and to a prefecture, and back`, async ({ page }) => {
      await page.goto(place);
      await page.getByRole("link", { name: say("leaflet.guide") }).click();
      await page.getByRole("link", { name: support("high-cost-medical", "name") }).click();
      await expect(title(page)).toHaveText(support("high-cost-medical", "name"));
      expect(page.url()).toBe(`${place}${GUIDE}`);
      await page.getByRole("contentinfo").getByRole("link", { name: say("leaflet.contacts") }).click();
      await page.getByRole("link", { name: "静岡県" }).click();
      expect(page.url()).toBe(`${place}${CONTACTS}`);
      await expect(title(page)).toHaveText(say("leaflet.contacts-of", "ja", { prefecture: "静岡県" }));

      await page.getByRole("complementary").getByRole("link", { name: say("crisis-strip") }).click();
      expect(page.url()).toBe(`${place}#/help`);
      await expect(page.getByRole("heading", { name: say("crisis-title") })).toBeInViewport();
    });

    test(`on ${host} every link of the leaflets within the site is alive`, async ({ page, request }) => {
      const links = new Set<string>();
      for (const lang of LANGS) {
        for (const leaflet of LEAFLETS) {
          await page.goto(place + copyOf(lang) + leaflet);
          for (const link of await ownLinks(page)) links.add(link);
        }
      }
      // Every support and every prefecture is linked from the lists.
      expect(links.size).toBeGreaterThan(300);
      for (const link of links) expect((await request.get(link)).status(), link).toBe(200);
    });
  }

  for (const lang of LANGS) {
    test(`in ${lang} a support says what there is to know, and in which language`, async ({ page }) => {
      await page.goto(copyOf(lang) + GUIDE);
      await expect(page.locator("html")).toHaveAttribute("lang", lang === "en" ? "en" : "ja");
      for (const label of ["who", "what", "cost", "bring"]) {
        await expect(page.getByText(heard(`support.${label}`, lang))).toBeVisible();
      }
      await expect(page.getByRole("figure")).toBeVisible();
      await expect(page.getByRole("heading", { name: heard("support.sources", lang) })).toBeVisible();
      await expect(page.getByText(heard("frame.not-medical", lang))).toBeVisible();
      await expect(page.getByText(heard("leaflet.seen", lang))).toBeVisible();
      await expect(page.locator(".langs [aria-current]")).toHaveAttribute("hreflang", lang);
    });
  }

  test("a prefecture shows its places by kind, each with where it is from, and marks what nobody has dialed", async ({ page }) => {
    await page.goto(CONTACTS);
    const rows = table("entries").filter((row) => row.prefecture === "22");
    expect(await page.locator("article").count()).toBeGreaterThanOrEqual(rows.length);
    for (const kind of new Set(rows.map((row) => row.kind))) {
      await expect(page.locator(`h2#${kind}`)).toHaveText(say(`kind.${kind}`));
    }
    const center = page.getByRole("article").filter({ hasText: "055-989-5710" });
    await expect(center.getByText(say("entry.to-verify")).first()).toBeVisible();
    await expect(center.locator(".origin").first()).toContainText(say("entry.source"));
  });

  test("a link to a part of a long page hides nothing of it", async ({ page }) => {
    await page.goto(CONTACTS);
    await page.getByRole("navigation", { name: say("leaflet.parts") }).getByRole("link", { name: say("kind.salon") }).click();
    await expect(page.locator("h2#salon")).toBeInViewport();
    await expect(title(page)).toBeVisible();
    await expect(page.locator("h2#support_centre")).toBeVisible();
  });

  test("a prefecture without places says so and names the official search", async ({ page }) => {
    await page.goto(EMPTY);
    await expect(page.getByRole("main")).toContainText("場所がない、という意味ではありません");
    await expect(page.getByRole("link", { name: say("entry.official-search") }).first()).toBeVisible();
  });

  test("what nobody is told unasked is folded in the list", async ({ page }) => {
    await page.goto("guide/");
    const acp = page.getByRole("link", { name: support("acp", "name") });
    await expect(acp).toBeHidden();
    await page.locator("summary", { hasText: say("leaflet.guide-later") }).click();
    await expect(acp).toBeVisible();
  });
});

for (const lang of LANGS) {
  for (const leaflet of LEAFLETS) {
    test(`axe finds nothing on ${leaflet} in ${lang}`, async ({ page }) => {
      await page.goto(copyOf(lang) + leaflet);
      await expectAccessible(page);
    });
  }
}

test.describe("in the dark", () => {
  test.use({ colorScheme: "dark" });

  for (const leaflet of ["guide/", GUIDE, EMPTY]) {
    test(`axe finds nothing on ${leaflet}`, async ({ page }) => {
      await page.goto(leaflet);
      await expectAccessible(page);
    });
  }
});

test.describe("where nothing is", () => {
  // A status of 404 is something that a browser complains of.
  test.use({ mayComplain: true });
  const ADDRESSES = ["nowhere", "guide/nowhere/", "en/a/b/c"];

  for (const [host, place] of HOSTS) {
    test(`on ${host} there is somebody to call, at any depth`, async ({ page }) => {
      for (const address of ADDRESSES) {
        const answer = await page.goto(place + address);
        expect(answer?.status()).toBe(404);
        await expect(title(page)).toHaveText(say("not-found.title"));
        await expect(page.locator('main a[href="tel:119"]')).toBeVisible();
        await expect(page.getByText(say("not-found.title", "en"))).toBeVisible();
        // Its style is in it: no address of a file would hold here.
        await expect(page.getByRole("complementary")).toHaveCSS("position", "fixed");
      }
    });
  }

  test("the receiver's page leads to the start from any depth", async ({ page }) => {
    for (const address of ADDRESSES) {
      await page.goto(address);
      await page.getByRole("main").getByRole("link", { name: say("frame.start"), exact: true }).click();
      expect(page.url()).toBe(PLACES.receiver);
    }
  });

  test("axe finds nothing", async ({ page }) => {
    await page.goto("nowhere");
    await expectAccessible(page);
  });
});

test.describe("on a narrow screen", () => {
  test.use({ viewport: { width: 320, height: 640 } });

  test("nothing sticks out of the leaflets, and what is tapped is large enough", async ({ page }) => {
    for (const lang of LANGS) {
      for (const leaflet of LEAFLETS) {
        await page.goto(copyOf(lang) + leaflet);
        const width = await page.evaluate(() => document.documentElement.scrollWidth);
        expect(width, `${lang} ${leaflet}`).toBeLessThanOrEqual(320);
      }
    }
    await page.goto("guide/");
    for (const link of await page.locator(".leaflets a").filter({ visible: true }).all()) {
      expect((await link.boundingBox())?.height).toBeGreaterThanOrEqual(48);
    }
  });
});

test("on paper there are whom to call now and the addresses of the official pages, and nothing to tap", async ({ page }) => {
  await page.emulateMedia({ media: "print" });
  for (const leaflet of [GUIDE, CONTACTS]) {
    await page.goto(leaflet);
    const paper = page.locator("section.paper");
    await expect(paper.getByRole("heading", { name: say("crisis-title") })).toBeVisible();
    await expect(paper.getByText(contact("emergency-119", "name"))).toBeVisible();
    for (const gone of ["aside", ".langs", ".actions", ".skip", "footer nav"]) await expect(page.locator(gone)).toBeHidden();
    await expect(page.getByText(say("frame.not-medical"))).toBeVisible();
    const after = await page.locator("a[rel]").first().evaluate((link) => getComputedStyle(link, "::after").content);
    expect(after).toMatch(/attr\(href\)|https?:/);
  }
});

test("no screen of a visit leads to a leaflet: their addresses name a topic", async ({ page }) => {
  test.setTimeout(180_000);
  for (const screen of SCREENS) {
    await goTo(page, screen);
    const links = await page.locator("[href]").evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
    expect(links.filter((link) => /^[^:]*(guide|contacts)\//.test(link)), screen.name).toEqual([]);
  }
});

test("a leaflet comes with its policy: no script at all", async ({ page }) => {
  const headers = (await page.goto(GUIDE))?.headers() ?? {};
  expect(headers["content-security-policy"]).toContain("default-src 'none'");
  expect(headers["content-security-policy"]).not.toContain("script-src");
  expect(headers["referrer-policy"]).toBe("no-referrer");
});
