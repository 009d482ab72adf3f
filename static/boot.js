// Starts the app. Whatever fails, the page as it came stays: doors, crisis help and contacts need no script.
// A shared link holds what somebody chose. It leaves the address before anything of it is drawn, and waits in memory for the app.
function takeLink() {
  const [, link] = /^#\/s\/(.+)/.exec(location.hash) ?? [];
  if (link === undefined) return;
  history.replaceState(null, "", "#/s");
  globalThis.tomoniLink = link;
}
takeLink();
// Listens before the app does, so that the app never sees it in the address either.
addEventListener("hashchange", takeLink);

const files = JSON.parse(document.getElementById("files").textContent);
const base = new URL(files.base, document.baseURI);
const page = document.getElementById("static");
const app = document.getElementById("app");
const { lang } = document.documentElement;

function trouble(kind) {
  app.remove();
  if (!page.isConnected) document.body.append(page);
  document.documentElement.lang = lang;
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

try {
  const module = await import(new URL(files.app, base));
  await module.default({ module_or_path: new URL(files.wasm, base) });
} catch {
  trouble("cannot-start");
}
