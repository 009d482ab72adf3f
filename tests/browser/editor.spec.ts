// The page for editors: tables in, findings, a preview, papers and a file out; nothing leaves the computer.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { type BrowserContext, type Page, type Request } from "@playwright/test";

import { PLACES, expect, expectAccessible, test } from "./helpers.ts";
import { TOP, program } from "./servers.ts";

interface Table {
  name: string;
  mimeType: string;
  buffer: Buffer;
}

/** The tables of the content folder, those that `change` gives another text with that. */
function tables(change: (name: string, text: string) => string = (_, text) => text): Table[] {
  const folder = join(TOP, "content");
  const names = readdirSync(folder).filter((name) => name.endsWith(".csv"));
  return names.map((name) => {
    const text = change(name, readFileSync(join(folder, name), "utf8"));
    return { name, mimeType: "text/csv", buffer: Buffer.from(text) };
  });
}

const NEW_NAME = "見本のともに";
/** Good tables in which the app has another name. */
const renamed = () =>
  tables((_, text) => text.replace(/^(ui\.app\.name,)ともに/m, `$1${NEW_NAME}`));
/** Slips, by the table they are in. */
const SLIPS: Record<string, [RegExp, string]> = {
  "supports.csv": [/selected\(\$\{worries\}/g, "selected(${wories}"],
  "text-app.csv": [/^(ui\.[a-z.-]+),[^",]*,/gm, "$1,<b>見本</b>,"],
  "choices.csv": [/,wins,/g, ",win,"],
  "entries.csv": [/,support_centre,/g, ",suport_centre,"],
  "sources.csv": [/,https:/g, ",htps:"],
  "contacts.csv": [/,20(\d\d)-(\d\d)-(\d\d),/g, ",20$1-13-$3,"],
};
/** Tables with many errors of many kinds. */
const spoiled = () =>
  tables((name, text) => {
    const slip = SLIPS[name];
    return slip === undefined ? text : text.replaceAll(...slip);
  });

/** The tables as one workbook, as `authoring workbook` writes it. */
function workbook(files: Table[]): Table {
  const folder = mkdtempSync(join(tmpdir(), "tomoni-tables-"));
  for (const { name, buffer } of files) writeFileSync(join(folder, name), buffer);
  const out = join(folder, "tomoni.xlsx");
  const [command = "", ...args] = program("authoring", "TOMONI_AUTHORING");
  execFileSync(command, [...args, "workbook", folder, out], { cwd: TOP });
  return { name: "tomoni.xlsx", mimeType: XLSX, buffer: readFileSync(out) };
}

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
/** So long the tables of nine languages may take to be read where other tests run beside. */
const READS = 30_000;
const result = (page: Page) => page.getByRole("heading", { name: /^結果/ });
const groups = (page: Page) => page.locator("#groups").getByRole("listitem");

async function openEditor(page: Page, place: string = PLACES.receiver): Promise<void> {
  await page.goto(new URL("editor/", place).href);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("内容を確かめる");
  await expect(page.locator("#live")).toContainText("指紋");
}

async function choose(page: Page, files: Table[]): Promise<void> {
  await page.getByLabel("Excel ブック（.xlsx）を一つ").setInputFiles(files);
  await expect(result(page)).toBeVisible({ timeout: READS });
}

async function drop(page: Page, files: Table[]): Promise<void> {
  const sent = files.map(({ name, mimeType, buffer }) => ({ name, mimeType, base64: buffer.toString("base64") }));
  const dropped = await page.evaluateHandle((files) => {
    const transfer = new DataTransfer();
    for (const { name, mimeType, base64 } of files) {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      transfer.items.add(new File([bytes], name, { type: mimeType }));
    }
    return transfer;
  }, sent);
  await page.locator("#drop").dispatchEvent("drop", { dataTransfer: dropped });
  await expect(result(page)).toBeFocused({ timeout: READS });
}

/** Opens what takes a tab of its own. */
async function tab(page: Page, context: BrowserContext, name: string): Promise<Page> {
  const opened = context.waitForEvent("page");
  await page.getByRole("link", { name }).click();
  return opened;
}

/** Opens the preview. */
async function preview(page: Page, context: BrowserContext): Promise<Page> {
  const shown = await tab(page, context, "アプリを開く");
  await expect(shown.locator("#static")).toHaveCount(0);
  return shown;
}

test("what is wrong is said in groups, seven at first, with the row and what to do, and takes the focus", async ({ page }) => {
  await openEditor(page);
  await choose(page, spoiled());
  await expect(result(page)).toBeFocused({ timeout: READS });
  await expect(page.getByRole("status")).toContainText(/エラー [1-9]/);
  await expect(groups(page)).toHaveCount(7);
  const first = groups(page).first();
  await expect(first).toContainText(/エラー error .*\.csv/);
  await expect(first).toContainText("行目");
  await expect(first).toContainText("→");
  await page.getByRole("button", { name: "すべて見る" }).press("Enter");
  expect(await groups(page).count()).toBeGreaterThan(7);
  await expect(groups(page).nth(7)).toBeFocused();
  await expect(page.getByRole("button", { name: "すべて見る" })).toBeHidden();
  await expect(page.getByRole("heading", { name: /^公開の前に/ })).toBeHidden();
  await expectAccessible(page);
});

test("dropped tables are read as chosen ones are", async ({ page }) => {
  await openEditor(page);
  await drop(page, tables());
  await expect(page.locator("#summary")).toContainText("エラー 0、");
  await expect(page.locator("#which")).toContainText("公開中のものと同じ内容です。");
});

test("a dropped workbook gives findings, the app, and the same workbook to hand on", async ({ page, context }) => {
  await openEditor(page);
  const book = workbook(renamed());
  await drop(page, [book]);
  await expect(page.locator("#summary")).toContainText("エラー 0、");
  // Findings of a workbook name its sheets.
  await expect(page.locator("#groups")).not.toContainText(".csv");

  const app = await preview(page, context);
  await expect(app.getByRole("banner").getByRole("link", { name: NEW_NAME })).toBeVisible();

  const arrived = page.waitForEvent("download");
  await page.getByRole("link", { name: /^tomoni-.* をダウンロードする/ }).click();
  const download = await arrived;
  expect(readFileSync(await download.path()).equals(book.buffer)).toBe(true);
});

test.describe("papers", () => {
  // They run no script, so the clock of these tests, which is one, complains.
  test.use({ mayComplain: true });

  test("the map and what changes from what is live open in tabs of their own", async ({ page, context }) => {
    await openEditor(page);
    await drop(page, [workbook(renamed())]);
    const map = await tab(page, context, "内容の地図を開く");
    await expect(map.getByRole("heading", { level: 1 })).toContainText("内容の地図");
    const changes = await tab(page, context, "変わったところを開く");
    await expect(changes.getByRole("heading", { level: 1 })).toContainText("変わったところ");
    await expect(changes.getByText("1 か所が変わりました。")).toBeVisible();
    await expect(changes.getByRole("row", { name: /ui\.app\.name/ })).toContainText(NEW_NAME);
    // Nor does axe run in it.
    const copy = await context.newPage();
    await copy.setContent(await changes.content());
    await expectAccessible(copy);
  });
});

test("a workbook with mistakes has them listed by sheet and row, and gives nothing to hand on", async ({ page }) => {
  await openEditor(page);
  await drop(page, [workbook(spoiled())]);
  await expect(page.locator("#summary")).toContainText(/エラー [1-9]/);
  await expect(groups(page).first()).toContainText(/エラー error (choices|contacts|entries|sources|supports|text-app) /);
  await expect(page.getByRole("heading", { name: /^公開の前に/ })).toBeHidden();
});

test("a workbook beside other files is refused, and so is what is none", async ({ page }) => {
  await openEditor(page);
  await drop(page, [...tables(), workbook(tables())]);
  await expect(groups(page)).toContainText("ほかのファイルと一緒には開けません。");
  await drop(page, [{ name: "tables.xlsx", mimeType: XLSX, buffer: Buffer.from("no workbook") }]);
  await expect(groups(page)).toHaveCount(1);
  await expect(groups(page)).toContainText("エラー error tables.xlsx");
});

for (const [host, place] of [
  ["the receiver", PLACES.receiver],
  ["a plain host, in a sub-path", PLACES.copy],
] as const) {
  test(`on ${host}, the preview is the app with the new words, and says that it is a preview`, async ({ page, context }) => {
    await openEditor(page, place);
    await choose(page, renamed());
    await expect(page.locator("#which")).not.toContainText("公開中のものと同じ内容です。");
    const shown = await preview(page, context);
    await expect(shown.getByRole("banner").getByRole("link", { name: NEW_NAME })).toBeVisible();
    await expect(shown.getByText("このコンピューターの中だけの画面です。")).toBeInViewport();
    // As far as the entries of a prefecture, which come as they are asked for.
    await shown.evaluate(() => (location.hash = "#/places"));
    await shown.getByRole("combobox").selectOption({ index: 7 });
    await expect(shown.getByRole("article").first()).toBeVisible();
    await expect(shown.getByText("このコンピューターの中だけの画面です。")).toBeInViewport();
    await expectAccessible(shown);
  });
}

test("what was opened leaves in no request, and is kept nowhere", async ({ page, context }) => {
  const requests: Request[] = [];
  context.on("request", (request) => requests.push(request));
  await openEditor(page);
  await choose(page, renamed());
  await preview(page, context);
  expect(requests.length).toBeGreaterThan(10);
  for (const request of requests) {
    const { origin, pathname, search } = new URL(request.url());
    if (request.url().startsWith("blob:")) continue;
    expect(`${origin}/`).toBe(PLACES.receiver);
    expect([request.method(), request.postData()]).toEqual(["GET", null]);
    // Which page the preview belongs to; a number drawn by lot.
    expect(search, pathname).toMatch(pathname === "/editor/preview/" ? /^(\?[a-z0-9]+)?$/ : /^$/);
  }
  // What the preview asked for beyond the files of the site never went to the network.
  const packs = requests.filter((request) => request.url().endsWith(".bin"));
  expect(packs.length).toBeGreaterThanOrEqual(2);
  for (const pack of packs) expect((await pack.response())?.fromServiceWorker(), pack.url()).toBe(true);
  const kept = await page.evaluate(async () => {
    const names = await caches.keys();
    const lists = names.map(async (name) => (await (await caches.open(name)).keys()).map(({ url }) => url));
    return {
      urls: (await Promise.all(lists)).flat(),
      others: [localStorage.length, sessionStorage.length, (await indexedDB.databases()).length, document.cookie],
    };
  });
  expect(kept.others).toEqual([0, 0, 0, ""]);
  expect(kept.urls.length).toBeGreaterThan(5);
  expect(kept.urls.filter((url) => !/\/assets\/[a-z-]+-[0-9a-f]{16}\.(js|wasm|css|svg|xlsx)$|\/editor\/(preview\/|live\.json)?$/.test(url))).toEqual([]);
});

test("the file to hand on is named by version and fingerprint and holds the tables", async ({ page }) => {
  await openEditor(page);
  await choose(page, renamed());
  const arrived = page.waitForEvent("download");
  await page.getByRole("link", { name: /^tomoni-.* をダウンロードする/ }).click();
  const download = await arrived;
  expect(download.suggestedFilename()).toMatch(/^tomoni-\d+-[0-9a-f]{16}\.xlsx$/);
  const bytes = readFileSync(await download.path());
  expect(bytes.subarray(0, 2).toString()).toBe("PK");
  expect(bytes.includes("xl/workbook.xml")).toBe(true);
  // Whoever hands it on reads what is still to come.
  await expect(page.locator("#gate")).toContainText("確かめた人が 2 人要ります");
});

test("the live tables can be downloaded to begin with", async ({ page }) => {
  await openEditor(page);
  const arrived = page.waitForEvent("download");
  await page.getByRole("link", { name: "公開中の表をダウンロードする" }).click();
  expect((await arrived).suggestedFilename()).toMatch(/^tomoni-.*\.xlsx$/);
});

test("without a network it works as before, once it was opened", async ({ page, context }) => {
  await openEditor(page);
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.reload({ waitUntil: "networkidle" });
  await context.setOffline(true);
  await page.reload();
  await expect(page.locator("#live")).toContainText("指紋");
  await choose(page, renamed());
  const shown = await preview(page, context);
  await expect(shown.getByRole("banner").getByRole("link", { name: NEW_NAME })).toBeVisible();
  await expect(page.getByRole("link", { name: "変わったところを開く" })).toBeVisible();
});

test.describe("once the page is closed", () => {
  test.use({ mayComplain: true });

  test("its preview holds nothing any more and says where it comes from", async ({ page, context }) => {
    await openEditor(page);
    await choose(page, renamed());
    const shown = await preview(page, context);
    await page.close();
    await shown.reload();
    await expect(shown.getByRole("alert")).toContainText("編集のページを開いたまま");
    await expect(shown.getByRole("link", { name: "編集のページへ" })).toBeVisible();
  });

  test("so do its papers", async ({ page, context }) => {
    await openEditor(page);
    await choose(page, renamed());
    const map = await tab(page, context, "内容の地図を開く");
    await expect(map.getByRole("heading", { level: 1 })).toContainText("内容の地図");
    await page.close();
    await expect(map.reload()).rejects.toThrow("ERR_HTTP_RESPONSE_CODE_FAILURE");
  });
});

test("choosing again forgets what was there", async ({ page }) => {
  await openEditor(page);
  await choose(page, tables());
  await expect(page.getByRole("heading", { name: /^公開の前に/ })).toBeVisible();
  await page.getByLabel("Excel ブック（.xlsx）を一つ").setInputFiles(spoiled());
  await expect(page.locator("#summary")).toContainText(/エラー [1-9]/);
  await expect(page.getByRole("heading", { name: /^公開の前に/ })).toBeHidden();
});

test.describe("axe finds nothing, and nothing reaches over the side", () => {
  for (const [width, height] of [
    [320, 568],
    [360, 740],
    [768, 1024],
    [1080, 1920],
  ]) {
    test(`at ${width}×${height}, in the light and in the dark`, async ({ page }) => {
      await page.setViewportSize({ width, height });
      await openEditor(page);
      for (const files of [undefined, spoiled(), renamed()]) {
        if (files !== undefined) await choose(page, files);
        for (const colorScheme of ["light", "dark"] as const) {
          await page.emulateMedia({ colorScheme });
          await expectAccessible(page);
        }
        const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
        expect(over).toBe(0);
      }
    });
  }
});

test("the keyboard reaches everything in its order", async ({ page }) => {
  await openEditor(page);
  const reached: string[] = [];
  for (let step = 0; step < 3; step++) {
    await page.keyboard.press("Tab");
    reached.push(await page.evaluate(() => document.activeElement?.id ?? ""));
  }
  expect(reached).toEqual(["", "live-file", "input"]);
});
