// The two servers: our own, and a plain static host with the site in a sub-path and the gallery of components beside it.
import { tmpdir } from "node:os";
import { join } from "node:path";

const port = process.env.TOMONI_PORT ?? "41780";
const copyPort = process.env.TOMONI_COPY_PORT ?? "41781";
const store = process.env.TOMONI_STORE ?? join(tmpdir(), `tomoni-${port}.sqlite`);
const top = join(import.meta.dirname, "../..");
const dist = process.env.TOMONI_DIST ?? join(top, "dist");
const gallery = process.env.TOMONI_GALLERY ?? join(top, "target/gallery");

/** Where the site is; each ends with a slash. */
export const PLACES = {
  receiver: `http://127.0.0.1:${port}/`,
  copy: `http://127.0.0.1:${copyPort}/sub/tomoni/`,
  gallery: `http://127.0.0.1:${copyPort}/gallery/`,
};

/** The program that `cargo xtask test` has built, or one that cargo builds now. */
export const program = (name: string, variable: string): string[] => {
  const built = process.env[variable];
  return built ? [built] : ["cargo", "run", "--quiet", "--package", name, "--"];
};

const server = (command: string[], url: string) => ({
  command: command.map((word) => `"${word}"`).join(" "),
  url,
  cwd: top,
  reuseExistingServer: false,
  timeout: 180_000,
  gracefulShutdown: { signal: "SIGTERM", timeout: 3_000 } as const,
});

export const RECEIVER = server(
  [
    ...program("receiver", "TOMONI_RECEIVER"),
    ...["serve", "--dist", dist, "--listen", `127.0.0.1:${port}`, "--store", store],
  ],
  PLACES.receiver,
);

export const COPY = server(
  [process.execPath, join(import.meta.dirname, "static-server.mjs"), copyPort, `/sub/tomoni/=${dist}`, `/gallery/=${gallery}`],
  PLACES.copy,
);

/** The top folder of the project. */
export const TOP = top;
