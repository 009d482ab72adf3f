// The counselor's page: a code back into the sheet, without a network, and with nothing left of it.
import type { Page } from "@playwright/test";

import { PLACES, expect, expectAccessible, open, test } from "./helpers.ts";

const ANSWERS = "role=patient;phase=in_treatment;worries=money,feelings;money_kind=hospital_bill;most=money";

/** The code that the sheet of these answers carries, as it is printed. */
async function codeOf(page: Page, answers = ANSWERS): Promise<string> {
  await open(page);
  await page.evaluate((answers) => sessionStorage.setItem("tomoni-answers", answers), answers);
  await page.goto("about:blank");
  await open(page, "#/sheet");
  const printed = await page.locator(".leaf").innerText();
  const code = /\b[0-9A-HJKMNP-TV-Z]{5}(?: [0-9A-HJKMNP-TV-Z]{5})+\b/.exec(printed)?.[0];
  expect(code, printed).toBeDefined();
  await page.evaluate(() => sessionStorage.clear());
  await page.goto("about:blank");
  return code ?? "";
}

const line = (page: Page) => page.getByLabel("番号", { exact: true });
const openButton = (page: Page) => page.getByRole("button", { name: "開く", exact: true });

const heading = (page: Page) => page.getByRole("heading", { level: 1, name: "お預かりしたシート" });

async function expectSheet(page: Page): Promise<void> {
  await expect(heading(page)).toBeVisible();
  const leaf = page.locator(".leaf");
  await expect(leaf).toContainText("お金のこと");
  await expect(leaf).toContainText("病院や薬の支払い");
  await expect(leaf).toContainText("気持ちのこと");
  await expect(page.locator(".suggested")).toContainText("がん相談支援センター");
}

const wide = (text: string) =>
  [...text].map((letter) => (letter === " " ? "　" : String.fromCodePoint((letter.codePointAt(0) ?? 0) + 0xfee0))).join("");

test("a code opens as people bring it: full width, small letters, a whole address", async ({ page }) => {
  const code = await codeOf(page);
  for (const brought of [wide(code), code.toLowerCase(), `${PLACES.receiver}#/counter/${code.replaceAll(" ", "")}`]) {
    await open(page, "#/counter");
    await line(page).fill(brought);
    await openButton(page).click();
    await expect(heading(page)).toBeFocused();
    await expectSheet(page);
    await page.getByRole("button", { name: "次の方へ" }).first().click();
    await expect(line(page)).toBeFocused();
    await expect(line(page)).toHaveValue("");
  }
});

test("a USB reader types and sends Enter, and the address stays as it was", async ({ page }) => {
  const code = await codeOf(page);
  await open(page, "#/counter");
  await line(page).focus();
  await page.keyboard.type(code.replaceAll(" ", ""));
  await page.keyboard.press("Enter");
  await expectSheet(page);
  expect(new URL(page.url()).hash).toBe("#/counter");
  expect(new URL(page.url()).search).toBe("");
});

test("the address of a QR code opens by itself and loses the code before anything is drawn", async ({ page }) => {
  const code = (await codeOf(page)).replaceAll(" ", "");
  const drawn: string[] = [];
  await page.exposeFunction("note", (hash: string) => drawn.push(hash));
  await page.addInitScript(() => {
    new MutationObserver(() => {
      if (document.querySelector("#app h1")) (window as unknown as { note(hash: string): void }).note(location.hash);
    }).observe(document, { childList: true, subtree: true });
  });
  await open(page, `#/counter/${code}`);
  await expectSheet(page);
  expect(drawn.length).toBeGreaterThan(0);
  expect(drawn.filter((hash) => hash !== "#/counter")).toEqual([]);
  // Another person's code in the same tab.
  const other = (await codeOf(await page.context().newPage(), "role=family;worries=peers")).replaceAll(" ", "");
  await page.evaluate((code) => {
    location.hash = `#/counter/${code}`;
  }, other);
  await expect(page.locator(".leaf")).toContainText("同じ立場の家族や、経験した人と話したい");
  await expect(page.locator(".leaf")).not.toContainText("病院や薬の支払い");
  expect(new URL(page.url()).hash).toBe("#/counter");
});

test("a damaged code says which group to look at, and opens nothing", async ({ page }) => {
  const code = await codeOf(page);
  const wrong = code.replace(/(?<=^.{7})./, (letter) => (letter === "7" ? "8" : "7"));
  await open(page, "#/counter");
  await line(page).fill(wrong);
  await openButton(page).click();
  await expect(page.locator("#error")).toBeFocused();
  await expect(page.locator("#error")).toContainText("どこかの文字が違っているようです。");
  await expect(page.getByText("左から2番目の5文字を、紙と見比べてください。")).toBeVisible();
  await expect(page.locator(".leaf")).toHaveCount(0);
  await expect(line(page)).toHaveValue(wrong);
  await expect(line(page)).toHaveAttribute("aria-invalid", "true");
  await expectAccessible(page);
  await line(page).fill(code);
  await line(page).press("Enter");
  await expectSheet(page);
  await expectAccessible(page);
});

/** The same code with other bits of the pack: what an older pack would have made. Source: docs/decisions/0015-codes.md. */
function ofOtherPack(code: string): string {
  const symbols = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  const held = [...code.replaceAll(" ", "")].map((letter) => symbols.indexOf(letter)).slice(0, -5);
  // Five bits of format and two of use come before the sixteen of the pack.
  held[2] ^= 1;
  let crc = 0xb704ce;
  for (const symbol of held) {
    crc ^= symbol << 16;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 0x800000 ? ((crc << 1) ^ 0x864cfb) & 0xffffff : (crc << 1) & 0xffffff;
  }
  const check = [20, 15, 10, 5, 0].map((shift) => (crc >> shift) & 31);
  return [...held, ...check].map((symbol) => symbols[symbol]).join("");
}

test("a code of another pack is shown with a warning", async ({ page }) => {
  const code = ofOtherPack(await codeOf(page));
  await open(page, "#/counter");
  await line(page).fill(code);
  await openButton(page).click();
  await expectSheet(page);
  await expect(page.getByText("ほかの版の内容で作られた番号です")).toBeVisible();
});

test("once the page is there, everything works without a network and nothing is kept or asked for", async ({ page, context }) => {
  const code = await codeOf(page);
  await open(page, "#/counter");
  await expect(line(page)).toBeVisible();
  await context.setOffline(true);
  const requests: string[] = [];
  page.on("request", (request) => requests.push(request.url()));
  await line(page).fill(code);
  await openButton(page).click();
  await expectSheet(page);
  const kept = await page.evaluate(async () => ({
    session: { ...sessionStorage },
    local: { ...localStorage },
    cookie: document.cookie,
    databases: (await indexedDB.databases()).length,
    state: history.state,
    title: document.title,
    address: location.href,
  }));
  expect(kept).toMatchObject({ session: {}, local: {}, cookie: "", databases: 0, state: null });
  expect(kept.title).toBe("番号からシートを開く | ともに");
  expect(kept.address).toBe(`${PLACES.receiver}#/counter`);
  await page.getByRole("button", { name: "次の方へ" }).first().click();
  await expect(page.locator("body")).not.toContainText("病院や薬の支払い");
  expect(requests).toEqual([]);
});

test("a camera is not offered where the browser reads no codes", async ({ page }) => {
  await page.addInitScript(() => Reflect.deleteProperty(window, "BarcodeDetector"));
  await open(page, "#/counter");
  await expect(line(page)).toBeVisible();
  await expect(page.getByRole("button", { name: "カメラでQRコードを読む" })).toHaveCount(0);
});

test.describe("with a camera", () => {
  test.use({ permissions: ["camera"] });

  // Chromium on a desk has a camera of green and a ball, but reads no codes: the reader stands in, the camera is the browser's.
  async function withReader(page: Page, code: string): Promise<void> {
    await page.addInitScript((code) => {
      const seen = window as unknown as { showCode: boolean; tracks: MediaStreamTrack[] };
      seen.showCode = false;
      seen.tracks = [];
      class Reader {
        static getSupportedFormats = async () => ["qr_code"];
        async detect(video: HTMLVideoElement) {
          if (!(video instanceof HTMLVideoElement) || video.videoWidth === 0) throw new Error("no picture");
          return seen.showCode ? [{ rawValue: code }] : [];
        }
      }
      Object.assign(window, { BarcodeDetector: Reader });
      const ask = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
      navigator.mediaDevices.getUserMedia = async (wishes) => {
        const stream = await ask(wishes);
        seen.tracks.push(...stream.getTracks());
        return stream;
      };
    }, code);
  }

  const states = (page: Page) =>
    page.evaluate(() => (window as unknown as { tracks: MediaStreamTrack[] }).tracks.map((track) => `${track.kind} ${track.readyState}`));

  test("the camera runs only after a press, reads the address of the QR code, and stops", async ({ page }) => {
    const code = (await codeOf(page)).replaceAll(" ", "");
    await withReader(page, `${PLACES.receiver}#/counter/${code}`);
    await open(page, "#/counter");
    await expect(page.getByRole("button", { name: "カメラでQRコードを読む" })).toBeVisible();
    expect(await states(page)).toEqual([]);
    await page.getByRole("button", { name: "カメラでQRコードを読む" }).click();
    await expect(page.getByText("カメラを使っています")).toBeVisible();
    await expect.poll(() => states(page)).toEqual(["video live"]);
    await page.evaluate(() => Object.assign(window, { showCode: true }));
    await expectSheet(page);
    await expect.poll(() => states(page)).toEqual(["video ended"]);
  });

  test("the camera stops when it is told to and when the page is left", async ({ page }) => {
    await withReader(page, "");
    await open(page, "#/counter");
    const start = page.getByRole("button", { name: "カメラでQRコードを読む" });
    await start.click();
    await expect.poll(() => states(page)).toEqual(["video live"]);
    await page.getByRole("button", { name: "カメラを止める" }).click();
    await expect.poll(() => states(page)).toEqual(["video ended"]);
    await start.click();
    await expect.poll(() => states(page)).toEqual(["video ended", "video live"]);
    await page.getByRole("link", { name: "このアプリについて" }).click();
    await expect.poll(() => states(page)).toEqual(["video ended", "video ended"]);
  });
});
