// Reads tables beside the page, so that the page never freezes. What it is given stays here and in the page.
const PACK = "application/octet-stream";
const PAPER = "text/html; charset=utf-8";

let editor;

const paper = (name, html) => ({ name, type: PAPER, bytes: new TextEncoder().encode(html).buffer });

/** What there is to say about the tables; if nothing is wrong, what they give. */
async function read({ glue, wasm, files }) {
  const module = await import(glue);
  await module.default({ module_or_path: wasm });
  const now = new Date();
  editor = new module.Editor(now.getFullYear(), now.getMonth() + 1, now.getDate());
  for (const { name, bytes } of files) editor.add(name, new Uint8Array(bytes));
  const said = JSON.parse(editor.read());
  if (said.good === null) return { said, held: [] };
  const packs = said.good.packs.map((name) => ({ name, type: PACK, bytes: editor.pack(name).buffer }));
  return { said, held: [...packs, paper("map.html", editor.map())], file: editor.file().buffer };
}

/** What changes from the live workbook to the tables that were read; `null` where they cannot be compared. */
function compare({ live }) {
  try {
    const html = editor.diff(new Uint8Array(live));
    return { diff: html === "" ? null : paper("diff.html", html) };
  } catch {
    return { diff: null };
  }
}

addEventListener("message", async ({ data }) => {
  try {
    const answer = data.live === undefined ? await read(data) : compare(data);
    const { held = [], file, diff } = answer;
    const all = [...held.map(({ bytes }) => bytes), file, diff?.bytes];
    postMessage(answer, all.filter(Boolean));
  } catch (error) {
    postMessage({ failed: String(error) });
  }
});
