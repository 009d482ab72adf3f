// The page for editors. It shows what the worker says of the tables, and holds the packs for the preview. Nothing is sent.
const files = JSON.parse(document.getElementById("files").textContent);
const base = new URL(files.base, document.baseURI);
const here = new URL("./", document.baseURI);
const own = (name) => new URL(name, base).href;
const at = (id) => document.getElementById(id);

/** How much of the findings is shown before one asks for all. */
const FIRST = { groups: 7, variants: 3, rows: 10, values: 3 };
const ALL = { groups: Infinity, variants: Infinity, rows: Infinity, values: Infinity };
const WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const SEVERITIES = { error: ["エラー", "error"], warning: ["注意", "warning"], note: ["メモ", "note"] };
/** What the preview may ask for, by name. */
const held = new Map();
/** Which of several open pages a preview belongs to. */
const key = `?${Math.random().toString(36).slice(2)}`;

const policy = globalThis.trustedTypes?.createPolicy("tomoni-editor", { createScriptURL: trusted });
const script = (url) => policy?.createScriptURL(url) ?? trusted(url);

/** An address of a script of this site, and no other. */
function trusted(url) {
  if (!url.startsWith(base.href)) throw new TypeError("not a script of this site");
  return url;
}

/** An element with what is in it: texts, elements, lists of them. */
function make(name, attributes, ...inside) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...inside.flat());
  return element;
}

/** What is said, in Japanese and below it in English. */
const both = (ja, en) => [ja, " ", make("span", { class: "en", lang: "en" }, en)];

let worker;

async function open(list) {
  const chosen = [...list];
  if (chosen.length === 0) return;
  worker?.terminate();
  forget();
  at("progress").replaceChildren(...both(`読んでいます（${chosen.length}件）`, `Reading (${chosen.length})`));
  const mine = new Worker(script(own(files.worker)), { type: "module" });
  worker = mine;
  mine.onmessage = ({ data }) => (data.diff === undefined ? show(data, mine) : showChanges(data.diff));
  mine.onerror = () => failed();
  try {
    const read = await Promise.all(chosen.map(async (file) => ({ name: file.name, bytes: await file.arrayBuffer() })));
    const bytes = read.map((file) => file.bytes);
    mine.postMessage({ glue: own(files.glue), wasm: own(files.wasm), files: read }, bytes);
  } catch {
    if (worker === mine) failed();
  }
}

/** Nothing of what was opened before stays. */
function forget() {
  held.clear();
  URL.revokeObjectURL(at("file").href);
  for (const id of ["result", "good"]) at(id).hidden = true;
}

function failed() {
  const ja = "読めませんでした。ファイルがほかのソフトで開かれていないかを確かめて、もう一度選んでください。";
  const en = "It could not be read. Check that no other program has the file open, and choose it again.";
  at("progress").replaceChildren(...both(ja, en));
}

function show({ said, held: packs, file, failed: error }, mine) {
  if (error !== undefined) return failed();
  for (const { name, type, bytes } of packs) held.set(name, { type, bytes });
  const [errors, warnings, notes] = said.counts;
  const ja = `エラー ${errors}、注意 ${warnings}、メモ ${notes}`;
  const en = `${errors} errors, ${warnings} warnings, ${notes} notes`;
  at("progress").replaceChildren(...both(`読みました。${ja}`, `Read: ${en}`));
  const what = errors > 0 ? "エラーを直すと、先へ進めます。" : "エラーはありません。";
  const whatEn = errors > 0 ? "Mend the errors to go on." : "Nothing is wrong.";
  at("summary").replaceChildren(...both(`${ja}。${what}`, `${en}. ${whatEn}`));
  list(said.groups, FIRST);
  at("result").hidden = false;
  if (said.good !== null) {
    good(said.good, file);
    void compare(mine);
  }
  at("result-title").focus();
}

/** So much of the groups, and a button for the rest. */
function list(groups, most) {
  at("groups").replaceChildren(...groups.slice(0, most.groups).map((one) => group(one, most)));
  const isLong = ({ variants }) =>
    variants.length > most.variants || variants.some(({ places }) => places.some(({ rows }) => rows.length > most.rows));
  at("all").hidden = groups.length <= most.groups && !groups.some(isLong);
  const [ja, en] =
    groups.length > most.groups
      ? [`すべて見る（${groups.length}件）`, `Show all (${groups.length})`]
      : ["すべての行を見る", "Show all rows"];
  at("all").replaceChildren(...both(ja, en));
  at("all").onclick = () => {
    list(groups, ALL);
    // The button is gone; whoever pressed it goes on with the first that is new.
    const next = at("groups").children[most.groups] ?? at("groups").firstElementChild;
    next.tabIndex = -1;
    next.focus();
  };
}

/** One mistake, in however many places. */
function group({ severity, variants, n_consequences: others }, most) {
  const [ja, en] = SEVERITIES[severity];
  const name = make("strong", {}, ja, " ", make("span", { lang: "en" }, en), " ");
  const shown = variants.slice(0, most.variants);
  const left = variants.length - shown.length;
  return make(
    "li",
    { class: `said ${severity}` },
    shown.map((one, place) => variant(one, place === 0 ? [name] : [], most)).flat(),
    left > 0 ? [make("p", {}, ...both(`ほかに同じような指摘が${left}種類あります。`, `${left} more like this.`))] : [],
    others > 0
      ? [make("p", {}, ...both(`これを直すと、ほかの${others}件も消えるはずです。`, `${others} others should go with it.`))]
      : [],
  );
}

function variant({ what, what_to_do: toDo, places, values }, opening, most) {
  const where = places.map((place) => placed(place, most)).join("；");
  const some = values.slice(0, most.values);
  return [
    make("p", { class: "place" }, opening, where),
    make("p", {}, ...both(`${what.ja} → ${toDo.ja}`, `${what.en} → ${toDo.en}`)),
    some.length > 0 ? [make("p", {}, some.map((value) => [make("code", {}, shortened(value)), " "]).flat())] : [],
  ].flat();
}

/** Sheet, column and rows. */
function placed({ sheet, column, rows }, most) {
  const left = rows.length - Math.min(rows.length, most.rows);
  const more = left > 0 ? `、ほか${left}行` : "";
  const numbers = rows.length > 0 && `${rows.slice(0, most.rows).join("、")}行目${more}`;
  return [sheet, column && `［${column}］`, numbers].filter(Boolean).join(" ");
}

const shortened = (text) => (text.length > 60 ? `${text.slice(0, 60)}…` : text);

function good({ version, fingerprint, before_publishing: before, file: name }, bytes) {
  const isLive = fingerprint === live?.fingerprint;
  const same = isLive ? ["公開中のものと同じ内容です。", "The same as what is live."] : ["", ""];
  at("which").replaceChildren(
    ...both(
      `版 ${version || "—"}、指紋 ${fingerprint}。${same[0]}`,
      `Version ${version || "—"}, fingerprint ${fingerprint}. ${same[1]}`,
    ),
  );
  const missing = before.map(({ what, what_to_do: toDo }) =>
    make("li", { class: "said warning" }, make("p", {}, ...both(`${what.ja} → ${toDo.ja}`, `${what.en} → ${toDo.en}`))),
  );
  at("gate").replaceChildren(...(missing.length > 0 ? [make("ul", {}, missing)] : []));
  const link = at("file");
  link.href = URL.createObjectURL(new Blob([bytes], { type: WORKBOOK }));
  link.download = name;
  link.replaceChildren(...both(`${name} をダウンロードする`, "Download it"));
  offer();
  at("good").hidden = false;
}

/** What the live tables have become, as a paper. */
async function compare(mine) {
  at("diff").replaceChildren(...wait());
  await told;
  const bytes = await liveTables;
  if (worker !== mine) return;
  if (bytes === null) showChanges(null);
  else mine.postMessage({ live: bytes });
}

function showChanges(paper) {
  if (paper !== null) held.set(paper.name, paper);
  offer();
  if (paper !== null) return;
  const ja = "公開中のものと比べられません（公開中の表が手に入りません）。";
  at("diff").replaceChildren(...both(ja, "It cannot be compared: the live tables cannot be had."));
}

const wait = () => both("準備しています…", "Getting ready…");
/** What opens in a tab of its own: where its link stands, its name beside the preview, and its words. */
const OPENED = [
  ["preview", "", "アプリを開く（新しいタブ）", "Open the app (new tab)"],
  ["map", "map.html", "内容の地図を開く（新しいタブ）", "Open the map of the content (new tab)"],
  ["diff", "diff.html", "公開中のものから変わったところを開く（新しいタブ）", "Open what changes from what is live (new tab)"],
];
let answers = false;

/** Links to what this page holds, once the service worker answers for it. */
function offer() {
  if (!answers) return;
  for (const [id, name, ja, en] of OPENED) {
    if (name !== "" && !held.has(name)) continue;
    at(id).replaceChildren(
      make("a", { href: `preview/${name}${key}`, target: "_blank", rel: "noopener" }, ...both(ja, en)),
    );
  }
}

/** The preview and the papers come from this page, through the service worker. */
async function prepare() {
  for (const [id] of OPENED) at(id).replaceChildren(...wait());
  try {
    await navigator.serviceWorker.register(script(new URL("sw.js", here).href));
    await navigator.serviceWorker.ready;
  } catch {
    const ja = "このブラウザーでは開けません（安全な接続 HTTPS が要ります）。";
    for (const [id] of OPENED) at(id).replaceChildren();
    return at("preview").replaceChildren(...both(ja, "It cannot be opened in this browser (it needs HTTPS)."));
  }
  navigator.serviceWorker.addEventListener("message", ({ data, ports: [port] }) => {
    // Another preview, another page.
    port.postMessage(data.key === key ? (held.get(data.name) ?? null) : null);
  });
  navigator.serviceWorker.startMessages();
  answers = true;
  offer();
}

let live;
/** The live workbook, fetched while the editor looks for a file; `null` where it cannot be had. */
let liveTables = null;

async function tables(name) {
  try {
    const response = await fetch(own(name));
    return response.ok ? await response.arrayBuffer() : null;
  } catch {
    return null;
  }
}

async function tellLive() {
  try {
    live = await (await fetch(new URL("live.json", here))).json();
    liveTables = tables(live.content);
    const when = live.published_on ?? "—";
    const kind = live.is_sample ? ["見本として公開中。", "Published as a sample. "] : ["", ""];
    at("live").replaceChildren(
      ...both(
        `${kind[0]}版 ${live.version || "—"}、公開 ${when}、指紋 ${live.fingerprint}`,
        `${kind[1]}Version ${live.version || "—"}, published ${when}, fingerprint ${live.fingerprint}`,
      ),
    );
    at("live-file").href = own(live.content);
    at("live-file").download = `tomoni-${live.version}-${live.fingerprint}.xlsx`;
    at("live-file").hidden = false;
  } catch {
    at("live").replaceChildren(...both("いまは分かりません（ネットワークがありません）。", "Not known now: there is no network."));
  }
}

const input = at("input");
input.addEventListener("change", () => void open(input.files));
// So that choosing the same file again, after a correction, is a change.
input.addEventListener("click", () => (input.value = ""));

const drop = at("drop");
for (const event of ["dragenter", "dragover"])
  drop.addEventListener(event, (dragged) => {
    dragged.preventDefault();
    drop.classList.add("over");
  });
drop.addEventListener("dragleave", () => drop.classList.remove("over"));
drop.addEventListener("drop", (dropped) => {
  dropped.preventDefault();
  drop.classList.remove("over");
  void open(dropped.dataTransfer.files);
});
// A file that misses the place must not take the place of the page.
for (const event of ["dragover", "drop"]) addEventListener(event, (dragged) => dragged.preventDefault());

const told = tellLive();
void prepare();
