// Keeps the page for editors for use without a network, and answers for the preview of the app. The packs of a preview
// stay in the page that made them: it is asked for each, and with it they are gone.
const FILES = {{files}};
const SCOPE = new URL("./", location.href);
const KIND = `tomoni-editor ${SCOPE.pathname} `;
const CACHE = KIND + {{build}};
const PREVIEW = new URL("preview/", SCOPE);
const LIVE = new URL("live.json", SCOPE);
const CONTENT = new URL("../assets/content-", SCOPE);
/** How long the page may take to answer. */
const PATIENCE = 5_000;

addEventListener("install", (event) => {
  const names = ["./", "preview/", ...FILES].map((name) => new Request(new URL(name, SCOPE), { cache: "no-cache" }));
  event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll(names)));
});

addEventListener("activate", (event) => {
  const isOld = (name) => name.startsWith(KIND) && name !== CACHE;
  event.waitUntil(caches.keys().then((names) => Promise.all(names.filter(isOld).map((name) => caches.delete(name)))));
});

addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  if (event.request.method !== "GET" || url.origin !== location.origin) return;
  if (url.pathname === LIVE.pathname || url.href.startsWith(CONTENT.href)) event.respondWith(newest(event.request));
  else if (url.pathname.startsWith(PREVIEW.pathname) && url.pathname !== PREVIEW.pathname)
    event.respondWith(ofPage(event, url));
  else event.respondWith(kept(event.request));
});

/** The file as it was kept, or from the network. */
async function kept(request) {
  const cache = await caches.open(CACHE);
  return (await cache.match(request, { ignoreSearch: true, ignoreVary: true })) ?? fetch(request);
}

/** The file from the network, or as it was last. */
async function newest(request) {
  const cache = await caches.open(CACHE);
  try {
    const response = await fetch(request);
    if (response.ok) await cache.put(request, response.clone());
    return response;
  } catch {
    return (await cache.match(request, { ignoreVary: true })) ?? Response.error();
  }
}

/** A file that the page of this preview holds. */
async function ofPage(event, url) {
  const name = url.pathname.slice(PREVIEW.pathname.length);
  // The files of a preview are asked for by its window, whose address says which page it belongs to.
  const key = url.search || new URL((await clients.get(event.clientId))?.url ?? SCOPE).search;
  const pages = await clients.matchAll({ type: "window", includeUncontrolled: true });
  const asked = pages.filter((page) => !page.url.startsWith(PREVIEW.href) && page.url.startsWith(SCOPE.href));
  const answers = await Promise.all(asked.map((page) => ask(page, { key, name })));
  const held = answers.find((answer) => answer !== null);
  if (held === undefined) return new Response(null, { status: 404 });
  const headers = {
    "content-type": held.type,
    "cache-control": "no-store",
    // A paper (a map, a list of changes) may show itself and do nothing.
    "content-security-policy": "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:",
    "x-content-type-options": "nosniff",
  };
  return new Response(held.bytes, { headers });
}

function ask(page, question) {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => resolve(data);
    setTimeout(() => resolve(null), PATIENCE);
    page.postMessage(question, [port2]);
  });
}
