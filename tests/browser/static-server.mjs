// A plain static host: files as they are, no header but the media type. Usage: static-server.mjs PORT /prefix/=FOLDER …
import { createReadStream, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize, sep } from "node:path";

const TYPES = {
  ".bin": "application/octet-stream",
  ".css": "text/css",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
  ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

const [port, ...mounts] = process.argv.slice(2);
const folders = mounts.map((mount) => mount.split(/=(.*)/, 2));

const isFile = (file) => statSync(file, { throwIfNoEntry: false })?.isFile() ?? false;

/** The file at an address, or what the site has for where nothing is, each with its status. */
function answer(url) {
  const path = decodeURIComponent(new URL(url, "http://127.0.0.1").pathname);
  const [prefix, folder] = folders.find(([prefix]) => path.startsWith(prefix)) ?? [];
  if (folder === undefined) return [404];
  const file = join(folder, normalize(sep + path.slice(prefix.length)), path.endsWith("/") ? "index.html" : "");
  if (isFile(file)) return [200, file];
  const nothing = join(folder, "404.html");
  return isFile(nothing) ? [404, nothing] : [404];
}

createServer((request, response) => {
  const [status, file] = answer(request.url);
  if (file === undefined) {
    response.writeHead(status).end();
    return;
  }
  response.writeHead(status, { "content-type": TYPES[extname(file)] ?? "application/octet-stream" });
  createReadStream(file).pipe(response);
}).listen(Number(port), "127.0.0.1");
