// The page for editors. It shows what the worker says of the tables, and holds the packs for the preview. Nothing is sent.
const files = JSON.parse(document.getElementById("files").textContent);
const base = new URL(files.base, document.baseURI);
const here = new URL("./", document.baseURI);
const own = (name) => new URL(name, base).href;
const at = (id) => document.getElementById(id);

/** How many groups of findings are shown before one asks for all. */
const FIRST = 7;
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
  mine.onmessage = ({ data }) => show(data);
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

function show({ said, held: packs, file, failed: error }) {
  if (error !== undefined) return failed();
  for (const { name, bytes } of packs) held.set(name, { type: "application/octet-stream", bytes });
  const [errors, warnings, notes] = said.counts;
  const ja = `エラー ${errors}、注意 ${warnings}、メモ ${notes}`;
  const en = `${errors} errors, ${warnings} warnings, ${notes} notes`;
  at("progress").replaceChildren(...both(`読みました。${ja}`, `Read: ${en}`));
  const what = errors > 0 ? "エラーを直すと、先へ進めます。" : "エラーはありません。";
  const whatEn = errors > 0 ? "Mend the errors to go on." : "Nothing is wrong.";
  at("summary").replaceChildren(...both(`${ja}。${what}`, `${en}. ${whatEn}`));
  list(said.groups, FIRST);
  at("result").hidden = false;
  if (said.good !== null) good(said.good, file);
  at("result-title").focus();
}

/** The first groups, and a button for the others. */
function list(groups, n) {
  at("groups").replaceChildren(...groups.slice(0, n).map(group));
  at("all").hidden = groups.length <= n;
  at("all").replaceChildren(...both(`すべて見る（${groups.length}件）`, `Show all (${groups.length})`));
  at("all").onclick = () => {
    list(groups, groups.length);
    // The button is gone; whoever pressed it goes on with the first that is new.
    const next = at("groups").children[n];
    next.tabIndex = -1;
    next.focus();
  };
}

function group({ severity, file, column, places, what, what_to_do: toDo }) {
  const [ja, en] = SEVERITIES[severity];
  const rows = places.map(([row]) => row).filter((row) => row !== null);
  const where = [file, column && `［${column}］`, rows.length > 0 && `${rows.join("、")}行目`].filter(Boolean).join(" ");
  const values = places.map(([, value]) => value).filter(Boolean).slice(0, 3);
  return make(
    "li",
    { class: `said ${severity}` },
    make("p", { class: "place" }, make("strong", {}, ja, " ", make("span", { lang: "en" }, en)), ` ${where}`),
    make("p", {}, ...both(`${what.ja} → ${toDo.ja}`, `${what.en} → ${toDo.en}`)),
    values.length > 0 ? [make("p", {}, values.map((value) => [make("code", {}, shortened(value)), " "]).flat())] : [],
  );
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
  link.href = URL.createObjectURL(new Blob([bytes], { type: "application/zip" }));
  link.download = name;
  link.replaceChildren(...both(`${name} をダウンロードする`, "Download it"));
  at("good").hidden = false;
}

const canPreview = "serviceWorker" in navigator;

/** The preview answers from this page, through the service worker. */
async function prepare() {
  const no = both(
    "このブラウザーでは開けません（安全な接続 HTTPS が要ります）。",
    "It cannot be opened in this browser (it needs HTTPS).",
  );
  at("preview").replaceChildren(...both("準備しています…", "Getting ready…"));
  if (!canPreview) return at("preview").replaceChildren(...no);
  try {
    await navigator.serviceWorker.register(script(new URL("sw.js", here).href));
    await navigator.serviceWorker.ready;
  } catch {
    return at("preview").replaceChildren(...no);
  }
  navigator.serviceWorker.addEventListener("message", ({ data, ports: [port] }) => {
    // Another preview, another page.
    port.postMessage(data.key === key ? (held.get(data.name) ?? null) : null);
  });
  navigator.serviceWorker.startMessages();
  const link = make(
    "a",
    { href: `preview/${key}`, target: "_blank", rel: "noopener" },
    ...both("アプリを開く（新しいタブ）", "Open the app (new tab)"),
  );
  const hint = both("見ているあいだ、このページは閉じないでください。", "Keep this page open while you look.");
  at("preview").replaceChildren(make("p", {}, link), make("p", {}, ...hint));
}

let live;

async function tellLive() {
  try {
    live = await (await fetch(new URL("live.json", here))).json();
    const when = live.published_on ?? "—";
    const kind = live.is_sample ? ["見本として公開中。", "Published as a sample. "] : ["", ""];
    at("live").replaceChildren(
      ...both(
        `${kind[0]}版 ${live.version || "—"}、公開 ${when}、指紋 ${live.fingerprint}`,
        `${kind[1]}Version ${live.version || "—"}, published ${when}, fingerprint ${live.fingerprint}`,
      ),
    );
    at("live-file").href = own(live.content);
    at("live-file").download = `tomoni-${live.version}-${live.fingerprint}.zip`;
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

void tellLive();
void prepare();
