/// <reference lib="dom" />
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { figureListSchema } from '@deelema/records';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CHROMIUM, startBrowser } from './support/browser.ts';
import { makeSummary, TABLE } from './support/make-summary.ts';
import * as pages from './support/opened-page.ts';
import { HARD_TEXT } from './support/told-evaluation.ts';

const STUDY = 'paper';

describe.skipIf(CHROMIUM === undefined)('the page of a study in a browser', () => {
  let browser: Browser;
  let base: string;
  let made: Awaited<ReturnType<typeof makeSummary>>;
  let page: Page;
  const heard = { said: [] as string[], asked: [] as string[] };

  beforeAll(async () => {
    base = mkdtempSync(join(tmpdir(), 'my study ü 100% #1 '));
    browser = await startBrowser();
    made = await makeSummary(base, STUDY);
    page = await pages.openPage(browser, made.file, heard);
  });

  afterAll(async () => {
    await browser?.close();
    rmSync(base, { recursive: true });
  });

  it('opens from a file without an error, and asks for nothing but itself', () => {
    pages.expectToBeAlone(heard, made.file);
  });

  it('shows texts as they are', async () => {
    expect(await page.locator('h1').textContent()).toBe(HARD_TEXT);
    expect(await page.locator('#items').locator('..').textContent()).toContain(HARD_TEXT);
    expect(await page.locator('script:not([type="module"])').count()).toBe(0);
  });

  it('draws every chart and every figure asked for, with its letters', async () => {
    const text = readFileSync(join(made.figures, 'figures.json'), 'utf8');
    const charts = figureListSchema.parse(JSON.parse(text)).figures;
    expect(charts.length).toBeGreaterThan(2);
    const drawings = await page.locator('figure svg').all();
    expect(drawings).toHaveLength(charts.length + 1);
    for (const drawing of drawings) {
      const box = await drawing.boundingBox();
      expect(box?.width).toBeGreaterThan(200);
      expect(box?.height).toBeGreaterThan(100);
      const letters = await drawing.locator('text').first().boundingBox();
      expect(letters?.width).toBeGreaterThan(1);
    }
  });

  it('has the numbers of the JSON in its tables', async () => {
    const [groups, members] = await page
      .locator('main table')
      .evaluateAll((tables) => tables.map((table) => table.getAttribute('aria-labelledby') ?? ''));
    const A = 'auxiliary.mA';
    const found = [
      // Members, mean ± spread of A, that of B from 1 of 2; published; differences, relative and in spreads.
      ...[2, 1000, Math.sqrt(8), 800.5, 1, 2, 1010, 800.5, -10 / 1010, -10 / Math.sqrt(8), 0],
      ...[1, 950],
    ];
    expect(await pages.numbersOf(page, `[aria-labelledby="${groups}"]`)).toEqual(
      found.map((x): unknown => expect.closeTo(x, 12))
    );
    const known = TABLE.members.flatMap(({ numbers }) => [numbers[A].value, numbers[A].error]);
    expect(await pages.numbersOf(page, `[aria-labelledby="${members}"]`)).toEqual(
      known.filter((x) => x !== null)
    );
  });

  it('is reached everywhere by the keyboard, in order and visibly', async () => {
    console.log(
      await page
        .locator('a[href], button, [tabindex="0"]')
        .last()
        .evaluate((e) => e.outerHTML.slice(0, 300))
    );
    await pages.expectToBeReachable(page);
  });

  it('has no fault that axe finds', async () => {
    await pages.expectNoFaults(page);
  });

  it('is no wider than a phone', async () => {
    const viewport = { width: 360, height: 740 };
    const phone = await pages.openPage(browser, made.file, heard, { viewport });
    await pages.expectToFitPhones(phone);
    await phone.context().close();
  });

  it('gives the table as it was collected', async () => {
    const saving = page.waitForEvent('download');
    await page.locator('a[download="paper-table.json"]').first().click();
    const saved = readFileSync(await (await saving).path(), 'utf8');
    expect(JSON.parse(saved)).toEqual(TABLE);
  });

  it('said nothing more until the end', () => {
    expect(heard.said).toEqual([]);
  });
});
