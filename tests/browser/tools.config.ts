// What looks and measures instead of testing: `cargo xtask pictures`, `cargo xtask bench --lighthouse` and `--taps`.
import { defineConfig } from "@playwright/test";

import tests from "./playwright.config.ts";

export default defineConfig({
  ...tests,
  testDir: "tools",
  testMatch: "*.ts",
  timeout: 20 * 60_000,
  reporter: "line",
});
