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

function fileAt(url) {
  const path = decodeURIComponent(new URL(url, "http://127.0.0.1").pathname);
  const [prefix, folder] = folders.find(([prefix]) => path.startsWith(prefix)) ?? [];
  if (folder === undefined) return;
  const file = join(folder, normalize(sep + path.slice(prefix.length)), path.endsWith("/") ? "index.html" : "");
  return statSync(file, { throwIfNoEntry: false })?.isFile() ? file : undefined;
}

createServer((request, response) => {
  const file = fileAt(request.url);
  if (file === undefined) {
    response.writeHead(404).end();
    return;
  }
  response.writeHead(200, { "content-type": TYPES[extname(file)] ?? "application/octet-stream" });
  createReadStream(file).pipe(response);
}).listen(Number(port), "127.0.0.1");
