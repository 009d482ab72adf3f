// Chromium alone, as an old phone: narrow, with touch, on one receiver and on one plain static host.
import { defineConfig } from "@playwright/test";

import { COPY, PLACES, RECEIVER } from "./servers.ts";

export default defineConfig({
  testDir: ".",
  snapshotPathTemplate: "{testDir}/aria/{arg}{ext}",
  fullyParallel: true,
  workers: 2,
  forbidOnly: true,
  retries: 0,
  timeout: 60_000,
  reporter: [["list"], ["json", { outputFile: process.env.TOMONI_REPORT ?? "test-results/report.json" }]],
  use: {
    baseURL: PLACES.receiver,
    viewport: { width: 360, height: 740 },
    hasTouch: true,
    isMobile: true,
    locale: "ja-JP",
    timezoneId: "Asia/Tokyo",
    trace: "retain-on-failure",
    launchOptions: {
      executablePath: process.env.CHROME_PATH ?? "/usr/bin/chromium",
      args: [
        // A camera of a ball on green, for the counselor's page.
        "--use-fake-device-for-media-stream",
        "--use-fake-ui-for-media-stream",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
  webServer: [RECEIVER, COPY],
});
