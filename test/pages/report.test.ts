/// <reference lib="dom" />
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { figureListSchema, type FigureList } from '@deelema/records';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CHROMIUM, startBrowser } from './support/browser.ts';
import { makeReport, type MadeReport } from './support/make-report.ts';
import * as pages from './support/opened-page.ts';
import { HARD_TEXT, toldEvaluation } from './support/told-evaluation.ts';

const PROJECT = 'toy-ec20';

describe.skipIf(CHROMIUM === undefined)('the report in a browser', () => {
  let browser: Browser;
  let base: string;
  let made: MadeReport;
  let page: Page;
  let list: FigureList;
  const said: string[] = [];
  const asked: string[] = [];

  const open = (options: BrowserContextOptions = {}): Promise<Page> =>
    pages.openPage(browser, made.file, { said, asked }, options);

  beforeAll(async () => {
    base = mkdtempSync(join(tmpdir(), 'my plots ü 100% #1 '));
    browser = await startBrowser();
    made = await makeReport(base, toldEvaluation(), PROJECT);
    list = figureListSchema.parse(
      JSON.parse(readFileSync(join(made.figures, 'figures.json'), 'utf8'))
    );
    page = await open();
  });

  afterAll(async () => {
    await browser?.close();
    rmSync(base, { recursive: true });
  });

  it('opens from a file without an error, and asks for nothing but itself', () => {
    pages.expectToBeAlone({ said, asked }, made.file);
  });

  it('may load nothing, whatever got into it', async () => {
    const failed = page.evaluate(() => fetch('https://example.org/'));
    await expect(failed).rejects.toThrow();
    const ran = await page.evaluate(() => {
      const script = document.createElement('script');
      script.textContent = 'document.title = "ran"';
      document.body.append(script);
      script.remove();
      return document.title;
    });
    expect(ran).toBe(`DeeLeMa: ${PROJECT}`);
    const refused = said.splice(0);
    expect(refused.length).toBeGreaterThan(1);
    expect(refused.filter((text) => !text.includes('Content Security Policy'))).toEqual([]);
  });

  it('shows texts as they are', async () => {
    const lead = await page.locator('.lead').textContent();
    expect(lead).toContain(HARD_TEXT);
    expect(await page.locator('#published-table').textContent()).toContain(HARD_TEXT);
    expect(await page.locator('script:not([type="module"])').count()).toBe(0);
  });

  it('draws every figure, with its letters', async () => {
    expect(list.figures.length).toBeGreaterThan(2);
    for (const { id, width } of list.figures) {
      const drawing = page.locator(`#figure-${id} svg`);
      const box = await drawing.boundingBox();
      expect(box?.width, id).toBeGreaterThan(width / 2);
      expect(box?.height, id).toBeGreaterThan(100);
      const letters = await drawing.locator('text').first().boundingBox();
      expect(letters?.width, id).toBeGreaterThan(1);
    }
    expect(
      await page.evaluate(() => [...document.fonts].map(({ status }) => status))
    ).not.toContain('error');
  });

  it('has the numbers of the JSON in its tables', async () => {
    const { masses, baselines, published, truth } = toldEvaluation();
    const numbersIn = (table: string) => pages.numbersOf(page, `[aria-labelledby="${table}"]`);
    const { A, B } = truth?.masses ?? {};
    expect(await numbersIn('masses-table')).toEqual(
      expect.arrayContaining(
        Object.values(masses).flatMap(({ mean, width, meanError, median }) => [
          ...[mean, width, meanError, median],
        ])
      )
    );
    const { mt2_b, mt2_ab, m2cc_b, m2cc_ab } = baselines ?? {};
    const bounds = [mt2_b, m2cc_b, mt2_ab, m2cc_ab];
    const expected = bounds.flatMap((bound, i) => {
      const { events, nonFinite, mean, quantile99, max, endpoint } = bound ?? {};
      const known = [events, nonFinite, mean, quantile99, max, endpoint?.value, endpoint?.error];
      return [...known, (i < 2 ? B : A)?.median];
    });
    expect(await numbersIn('baselines-table')).toEqual(expected.filter((x) => x !== null));
    const beside = published?.numbers.flatMap(
      ({ ours, error, value, difference, relative, sigmas }) => [
        ...[ours, error, value, difference, relative, sigmas],
      ]
    );
    expect(await numbersIn('published-table')).toEqual(beside?.filter((x) => x !== null));
  });

  it('is reached everywhere by the keyboard, in order and visibly', async () => {
    await pages.expectToBeReachable(page);
  });

  it('leads from its contents to each section', async () => {
    const links = page.locator('nav a');
    expect(await links.count()).toBe(await page.locator('main h2').count());
    for (const link of await links.all()) {
      const target = page.locator(`main h2${(await link.getAttribute('href')) ?? ''}`);
      expect(await target.textContent()).toBe(await link.textContent());
    }
  });

  it('reads off values by the arrow keys', async () => {
    const figure = page.locator('#figure-masses');
    const readout = figure.locator('output');
    await figure.locator('.drawing').focus();
    const hint = await readout.textContent();
    await page.keyboard.press('ArrowRight');
    // The middle of the first panel, whose axes are linear and begin at 0 events.
    const { horizontal, vertical, width } = list.figures[0].panels[0];
    const [low, high] = horizontal.domain;
    const [, most] = vertical.domain;
    const shown = /^m_B1, m_B2: ([\d.]+) GeV; Events \/ [\d.]+ GeV: ([\d.]+)$/;
    const values = async () => shown.exec((await readout.textContent()) ?? '')?.map(Number) ?? [];
    const [, x, y] = await values();
    expect(x).toBeCloseTo((low + high) / 2, 0);
    expect(y).toBeCloseTo(most / 2, 0);
    expect(await readout.getAttribute('aria-live')).toBe('polite');
    await page.keyboard.press('Shift+ArrowRight');
    await page.keyboard.press('ArrowRight');
    // Eleven pixels further, to the digit that the readout shows.
    const [, further] = await values();
    expect(further - x).toBeCloseTo((11 * (high - low)) / width, 0);
    await page.keyboard.press('Escape');
    expect(await readout.textContent()).toBe(hint);
    expect(await figure.locator('.crosshair').getAttribute('d')).toBe('');
  });

  it('goes from one panel to the next', async () => {
    const figure = page.locator('#figure-masses');
    await figure.locator('.drawing').focus();
    for (let i = 0; i < 40; ++i) await page.keyboard.press('Shift+ArrowRight');
    expect(await figure.locator('output').textContent()).toMatch(/^m_A1, m_A2: /);
  });

  it('reads off under the pointer what stands at the axis', async () => {
    const figure = page.locator('#figure-masses');
    await figure.scrollIntoViewIfNeeded();
    const tick = await figure.getByText('800', { exact: true }).first().boundingBox();
    const { x = 0, width = 0, y = 0 } = tick ?? {};
    await page.mouse.move(x + width / 2, y - 60);
    const [, mass] =
      /m_B1, m_B2: ([\d.]+) GeV/.exec((await figure.locator('output').textContent()) ?? '') ?? [];
    // The middle of the letters is that of the tick to one pixel, which is 0.4 GeV here.
    expect(Math.abs(Number(mass) - 800)).toBeLessThan(0.8);
    await page.mouse.move(1, 1);
    expect(await figure.locator('output').textContent()).toMatch(/^Point at/);
  });

  it('reads off where a finger was put', async () => {
    const phone = await open({ hasTouch: true, viewport: { width: 360, height: 740 } });
    const figure = phone.locator('#figure-masses');
    const { x, y, width, height } = list.figures[0].panels[0];
    const scale = 640 / list.figures[0].width;
    const position = { x: (x + width / 4) * scale, y: (y + height / 2) * scale };
    await figure.locator('svg').tap({ position });
    expect(await figure.locator('output').textContent()).toMatch(/^m_B1, m_B2: 7\d\d/);
    await phone.context().close();
  });

  it('has no fault that axe finds', async () => {
    await pages.expectNoFaults(page);
  });

  it('is no wider than a phone', async () => {
    const phone = await open({ viewport: { width: 360, height: 740 } });
    await pages.expectToFitPhones(phone);
    await phone.context().close();
  });

  it('prints, and nothing is cut off', async () => {
    // A4 within margins of 1 cm.
    const paper = await open({ viewport: { width: 718, height: 1047 } });
    await paper.emulateMedia({ media: 'print' });
    const cut = await paper
      .locator('.wide, pre, dl, .cards')
      .evaluateAll((all) =>
        all
          .filter((each) => each.scrollWidth > each.clientWidth)
          .map((each) => each.outerHTML.slice(0, 200))
      );
    expect(cut).toEqual([]);
    const margin = { top: '1cm', bottom: '1cm', left: '1cm', right: '1cm' };
    const pdf = (await paper.pdf({ format: 'A4', margin })).toString('latin1');
    expect(pdf.startsWith('%PDF-')).toBe(true);
    expect(pdf.match(/\/Type\s*\/Page\b/g)?.length).toBeGreaterThan(3);
    await paper.context().close();
  });

  it('has all figures and tables without script, and nothing that needs it', async () => {
    const still = await open({ javaScriptEnabled: false });
    for (const selector of ['figure svg', 'table', 'a[download]']) {
      expect(await still.locator(selector).count()).toBe(await page.locator(selector).count());
    }
    expect(await still.locator('table').first().isVisible()).toBe(true);
    expect(await still.locator('figure svg').first().isVisible()).toBe(true);
    expect(await still.locator('button').first().isVisible()).toBe(false);
    expect(await still.locator('output').first().isVisible()).toBe(false);
    await still.context().close();
  });

  it('gives the files of the figures', async () => {
    for (const { id, data } of list.figures) {
      const link = page.locator(`#figure-${id} a[download$=".csv"]`);
      const saving = page.waitForEvent('download');
      await link.click();
      const download = await saving;
      expect(download.suggestedFilename()).toBe(`${PROJECT}-${id}.csv`);
      const saved = readFileSync(await download.path(), 'utf8');
      expect(saved).toBe(readFileSync(join(made.figures, data ?? ''), 'utf8'));
    }
  });

  it('saves a drawing that stands by itself, without the crosshair', async () => {
    const figure = page.locator('#figure-masses');
    const saving = page.waitForEvent('download');
    await figure.locator('button').click();
    const download = await saving;
    expect(download.suggestedFilename()).toBe(`${PROJECT}-masses.svg`);
    const svg = readFileSync(await download.path(), 'utf8');
    const root = await page.evaluate((source) => {
      const { documentElement } = new DOMParser().parseFromString(source, 'image/svg+xml');
      const crosshairs = documentElement.querySelectorAll('.crosshair').length;
      return { name: documentElement.localName, crosshairs };
    }, svg);
    expect(root).toEqual({ name: 'svg', crosshairs: 0 });
  });

  it('said nothing more until the end', () => {
    expect(said).toEqual([]);
  });
});
