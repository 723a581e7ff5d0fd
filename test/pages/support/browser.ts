import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

const USUAL = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** The browser that the tests drive: the one named by CHROMIUM, else where systems put it; undefined where there is none. */
export const CHROMIUM = [process.env.CHROMIUM ?? '', ...USUAL].find(
  (path) => path !== '' && existsSync(path)
);

if (CHROMIUM === undefined) {
  console.warn('No Chromium: the pages are not looked at. Name one by the variable CHROMIUM.');
}

/** Starts the browser; it needs no sandbox, being shown nothing but our own files, and no network. */
export function startBrowser(): Promise<Browser> {
  if (CHROMIUM === undefined) throw new Error('There is no Chromium to start.');
  const quiet = ['quic', 'background-networking', 'component-update', 'sync', 'gpu'];
  return chromium.launch({
    executablePath: CHROMIUM,
    args: ['--no-sandbox', '--no-first-run', ...quiet.map((name) => `--disable-${name}`)],
  });
}
