// Reads tables beside the page, so that the page never freezes. What it is given stays here and in the page.
addEventListener("message", async ({ data: { glue, wasm, files } }) => {
  try {
    const module = await import(glue);
    await module.default({ module_or_path: wasm });
    const editor = new module.Editor();
    for (const { name, bytes } of files) editor.add(name, new Uint8Array(bytes));
    const said = JSON.parse(editor.read());
    const held = (said.good?.packs ?? []).map((name) => ({ name, bytes: editor.pack(name).buffer }));
    const file = said.good === null ? undefined : editor.file().buffer;
    postMessage({ said, held, file }, held.map(({ bytes }) => bytes).concat(file ?? []));
  } catch (error) {
    postMessage({ failed: String(error) });
  }
});
