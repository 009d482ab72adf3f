// Starts the app. Whatever fails, the page as it came stays: doors, crisis help and contacts need no script.
// A shared link, or the code of a hand-over sheet, holds what somebody chose. It leaves the address before anything of it is drawn, and waits in memory for the app.
function takeLink() {
  const [, screen, link] = /^#\/(s|counter)\/(.+)/.exec(location.hash) ?? [];
  if (link === undefined) return;
  history.replaceState(null, "", `#/${screen}`);
  globalThis.tomoniLink = link;
}
takeLink();
// Listens before the app does, so that the app never sees it in the address either.
addEventListener("hashchange", takeLink);
// How the screen looks, as it was set in this tab: before anything else, so that nothing is seen to change.
try {
  const kept = sessionStorage.getItem("tomoni-settings");
  if (kept) document.documentElement.className = kept;
} catch {}

const files = JSON.parse(document.getElementById("files").textContent);
const base = new URL(files.base, document.baseURI);
const page = document.getElementById("static");
const { lang, dir } = document.documentElement;

function trouble(kind) {
  document.getElementById("app")?.remove();
  if (!page.isConnected) {
    document.getElementById("static")?.remove();
    document.body.append(page);
  }
  Object.assign(document.documentElement, { lang, dir });
  // Its question leads nowhere now; where the address names it, the contacts stand there instead.
  page.querySelector(".only-target")?.remove();
  document.getElementById(kind).hidden = false;
  document.getElementById("trouble").hidden = false;
}

// A panic in WebAssembly arrives as a RuntimeError; the memory behind it cannot be trusted any more.
const isPanic = (error) => typeof WebAssembly === "object" && error instanceof WebAssembly.RuntimeError;
addEventListener("error", (event) => isPanic(event.error) && trouble("cannot-start"));
addEventListener("unhandledrejection", (event) => isPanic(event.reason) && trouble("cannot-start"));
addEventListener("tomoni-cannot-load", () => trouble("cannot-load"));

async function load([script, wasm]) {
  const module = await import(new URL(script, base));
  await module.default({ module_or_path: new URL(wasm, base) });
  return module;
}

// A script that did not come stays missing under its own address as long as the page lives.
let tries = 0;
const again = (script) => (tries ? `${script}?${tries}` : script);

// The first app calls for the whole one while the first question is answered, and hands the visit over after the last.
let whole;
addEventListener("tomoni-call", async ({ detail }) => {
  // At the same time for everybody: which questions show pictograms depends on answers.
  fetch(new URL(files.pictures, base)).catch(() => {});
  try {
    const [script, wasm] = files.whole;
    whole = await (await load([again(script), wasm])).prepare(detail);
  } catch {
    whole = undefined;
    tries += 1;
  }
  dispatchEvent(new CustomEvent("tomoni-called", { detail: whole ? detail : `!${detail}` }));
});
addEventListener("tomoni-hand-over", (event) => {
  whole.take_over(event.detail);
  event.preventDefault();
});

try {
  // What the first app knows begins with it; any other address needs the whole one, and no other.
  if (/^(#?\/?$|#\/(check\/|help|about|privacy))/.test(location.hash)) await load(files.app);
  else (await load(files.whole)).start();
} catch {
  trouble("cannot-start");
}
