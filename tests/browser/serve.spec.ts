// The receiver's headers in a real browser: they hold, and nothing of the app is against them.
import { type Page } from "@playwright/test";

import { PLACES, expect, open, test } from "./helpers.ts";
import { SCREENS, goTo, pick, screen } from "./visit.ts";

/** What the policy refuses from now on. */
async function refusals(page: Page): Promise<string[]> {
  const refused: string[] = [];
  await page.exposeFunction("refused", (what: string) => refused.push(what));
  await page.addInitScript(() => {
    const tell = (window as unknown as { refused: (what: string) => void }).refused;
    addEventListener(
      "securitypolicyviolation",
      (event) => tell(`${event.effectiveDirective} ${event.blockedURI} ${event.sample}`),
      true,
    );
  });
  return refused;
}

for (const [host, place, other] of [
  ["the receiver", PLACES.receiver, PLACES.copy],
  ["a plain host", PLACES.copy, PLACES.receiver],
] as const) {
  test(`the policy refuses nothing of a whole visit on ${host}`, async ({ page }) => {
    const refused = await refusals(page);
    for (const shown of SCREENS) await goTo(page, shown, "ja", place);
    await pick(page, "English");
    await expect(page.locator("html")).toHaveAttribute("lang", "en");
    expect(refused).toEqual([]);
  });

  test.describe("what is not ours is refused", () => {
    test.use({ mayComplain: true });

    test(`on ${host}: scripts and styles in the page, eval, and other hosts`, async ({ page }) => {
      const refused = await refusals(page);
      await open(page, "", place);
      await page.evaluate((other) => {
        document.body.append(Object.assign(document.createElement("script"), { textContent: "window.hasRun = true" }));
        document.head.append(Object.assign(document.createElement("style"), { textContent: "h1 { display: none }" }));
        document.body.setAttribute("style", "display: none");
        document.body.append(Object.assign(document.createElement("img"), { src: `${other}seen.png` }));
        void fetch(`${other}told`).catch(() => {});
      }, other);
      // The header and the page each refuse it.
      const kinds = () => [...new Set(refused.map((what) => what.split(" ")[0]))].sort();
      await expect.poll(kinds).toEqual(["connect-src", "img-src", "script-src-elem", "style-src-attr", "style-src-elem"]);
      expect(await page.evaluate(() => "hasRun" in window)).toBe(false);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    });
  });
}

test("the page comes with its policy, without a referrer, a cookie or a device", async ({ page }) => {
  for (const address of ["", "en/", "ja-x-easy/"]) {
    const headers = (await page.goto(address))?.headers() ?? {};
    const policy = headers["content-security-policy"] ?? "";
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toMatch(/script-src 'self' 'wasm-unsafe-eval'(;|$)/);
    expect(policy).toMatch(/style-src 'sha256-[A-Za-z0-9+/]{43}='(;|$)/);
    expect(policy).not.toContain("unsafe-inline");
    expect(policy).not.toContain("'unsafe-eval'");
    expect(await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute("content")).toContain(
      "default-src 'none'",
    );
    expect(headers["referrer-policy"]).toBe("no-referrer");
    expect(headers["permissions-policy"]).toContain("camera=(self)");
    expect(headers["permissions-policy"]).toContain("geolocation=()");
    expect(headers["permissions-policy"]).toContain("microphone=()");
    expect(headers["x-content-type-options"]).toBe("nosniff");
    expect(headers["set-cookie"]).toBeUndefined();
    expect(headers["cache-control"]).toContain("no-cache");
  }
});

test("files with a hash in their name come compressed and are kept for good", async ({ page }) => {
  const responses = new Map<string, Record<string, string>>();
  page.on("response", (response) => {
    const { pathname } = new URL(response.url());
    if (pathname.startsWith("/assets/")) responses.set(pathname, response.headers());
  });
  await open(page);
  expect(responses.size).toBeGreaterThanOrEqual(5);
  for (const [name, headers] of responses) {
    expect(name).toMatch(/-[0-9a-f]{16}\.\w+$/);
    expect(headers["cache-control"], name).toContain("immutable");
    expect(headers["content-encoding"], name).toMatch(/^(br|gzip)$/);
  }
});

test.describe("a page of another host", () => {
  test.use({ mayComplain: true });

  test("cannot show this one in a frame", async ({ page }) => {
    const outside = new URL("outside", PLACES.copy).href;
    const body = `<link rel="icon" href="data:,"><iframe src="${PLACES.receiver}"></iframe>`;
    await page.route(outside, (route) => route.fulfill({ contentType: "text/html", body }));
    await page.goto(outside);
    await expect.poll(() => page.frames().at(1)?.url()).toContain("chrome-error:");
  });
});

test("the files of the start page are all there, each asked for once", async ({ page }) => {
  const asked: string[] = [];
  page.on("response", (response) => {
    expect(response.status(), response.url()).toBe(200);
    asked.push(response.url());
  });
  await goTo(page, screen("the start page"));
  expect(asked).toEqual([...new Set(asked)]);
});

test("the receiver says that it is well", async ({ request }) => {
  const response = await request.get("healthz");
  expect(response.ok()).toBe(true);
  expect(response.headers()["set-cookie"]).toBeUndefined();
});
