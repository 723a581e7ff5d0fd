/// <reference lib="dom" />
import { pathToFileURL } from 'node:url';
import axe, { type AxeResults } from 'axe-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { expect } from 'vitest';

/** What the browser said and asked for since it was last looked at. */
export interface Heard {
  /** Lines of the console and errors of scripts. */
  readonly said: string[];
  /** Addresses. */
  readonly asked: string[];
}

/** All that the keyboard has to reach, in the order of the page. */
const REACHABLE = 'a[href], button, summary, [tabindex="0"]';

/**
 * Opens a page from its file.
 *
 * @param browser A running one.
 * @param file The page.
 * @param heard Receives what the browser says and asks for.
 * @param options Size of the window, touch, …
 */
export async function openPage(
  browser: Browser,
  file: string,
  heard: Heard,
  options: BrowserContextOptions = {}
): Promise<Page> {
  const viewport = { width: 1200, height: 800 };
  const context = await browser.newContext({ viewport, ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  page.on('console', (message) => heard.said.push(message.text()));
  page.on('pageerror', (error) => heard.said.push(error.message));
  page.on('request', (request) => heard.asked.push(request.url()));
  await page.goto(pathToFileURL(file).href);
  return page;
}

/** The page said nothing, and asked for nothing but itself and the letters in it. */
export function expectToBeAlone({ said, asked }: Heard, file: string): void {
  expect(said).toEqual([]);
  const others = asked.filter((url) => !url.startsWith('data:font/'));
  expect(others).toEqual([pathToFileURL(file).href]);
}

/** The key Tab reaches all that can be, in the order of the page, outlined and in sight. */
export async function expectToBeReachable(page: Page): Promise<void> {
  await page.evaluate(() => (document.activeElement as HTMLElement).blur());
  const all = await page.locator(REACHABLE).count();
  const reached = [];
  for (let i = 0; i < all; ++i) {
    await page.keyboard.press('Tab');
    reached.push(
      await page.evaluate((reachable) => {
        const focused = document.activeElement as HTMLElement;
        const { outlineStyle, outlineWidth } = getComputedStyle(focused);
        const { top, bottom, right } = focused.getBoundingClientRect();
        const inSight = bottom > 0 && top < innerHeight && right > 0;
        const index = [...document.querySelectorAll(reachable)].indexOf(focused);
        return { index, outlined: outlineStyle !== 'none' && outlineWidth !== '0px', inSight };
      }, REACHABLE)
    );
  }
  const wanted = Array.from({ length: all }, (_, index) => ({
    ...{ index, outlined: true, inSight: true },
  }));
  expect(reached).toEqual(wanted);
}

/** axe finds no fault, contrast included. */
export async function expectNoFaults(page: Page): Promise<void> {
  await page.evaluate(axe.source);
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'];
  const { violations, passes } = await page.evaluate(async (values): Promise<AxeResults> => {
    const { axe: inPage } = window as unknown as { axe: typeof axe };
    return inPage.run(document, { runOnly: { type: 'tag', values } });
  }, tags);
  const found = violations.map(({ id, nodes }) => [
    id,
    nodes.map(({ html }) => html.slice(0, 150)),
  ]);
  expect(found).toEqual([]);
  expect(passes.map(({ id }) => id)).toContain('color-contrast');
}

/** On a phone nothing is wider than the window but parts that scroll by themselves, which the keyboard reaches. */
export async function expectToFitPhones(phone: Page): Promise<void> {
  const width = phone.viewportSize()?.width;
  expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
  const scrolling = await phone.locator('.wide').evaluateAll((all) =>
    all.map((each) => ({
      moves: each.scrollWidth > each.clientWidth,
      focusable: (each as HTMLElement).tabIndex === 0,
    }))
  );
  expect(scrolling.some(({ moves }) => moves)).toBe(true);
  expect(scrolling.every(({ focusable }) => focusable)).toBe(true);
}

/** The numbers in the body of the tables that a selector finds, exactly. */
export function numbersOf(page: Page, table: string): Promise<number[]> {
  return page
    .locator(`${table} tbody data`)
    .evaluateAll((all) => all.map((each) => Number((each as HTMLDataElement).value)));
}
