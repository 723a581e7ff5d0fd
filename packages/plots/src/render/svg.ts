import { parse, textMetrics, View } from 'vega';
import { compile } from 'vega-lite';
import type { TopLevelSpec } from 'vega-lite';
import { setRuns } from '../text/svg-runs.ts';
import { vegaConfig } from '../theme.ts';
import { panelsOf } from './panels.ts';
import type { Panel } from './panels.ts';
import { shippedFontMetrics } from './vega-text-metrics.ts';

/** A drawn figure. */
export interface Drawing {
  readonly svg: string;
  /** CSS pixels. */
  readonly width: number;
  readonly height: number;
  /** Where values can be read off. */
  readonly panels: Panel[];
}

Object.assign(textMetrics, shippedFontMetrics);

/**
 * Draws a Vega-Lite specification as SVG, the same bytes every time and on every machine.
 *
 * @param id Name of the figure; begins the ids inside, so that figures can share a page.
 * @param title What the figure shows in a few words, for readers who do not see it.
 * @param spec Vega-Lite specification with its data inline; labels may use the markup of
 *  `parseMarkup`.
 * @throws Error if Vega-Lite warns of the specification: a warning is a figure that is wrong.
 */
export async function drawSvg(id: string, title: string, spec: TopLevelSpec): Promise<Drawing> {
  const compiled = compile(spec, { config: vegaConfig, logger: strictLogger() });
  const view = new View(parse(compiled.spec), { renderer: 'none' });
  const drawn = await view.toSVG();
  const panels = panelsOf(compiled.spec, view);
  view.finalize();
  const [, width, height] = /width="([\d.]+)" height="([\d.]+)"/.exec(drawn) ?? [];
  const svg = accessible(setRuns(renumberIds(drawn, id)), title);
  return { svg: `${svg}\n`, width: Number(width), height: Number(height), panels };
}

/** Vega numbers clip paths and gradients through the life of the process; here, each figure by itself. */
function renumberIds(svg: string, figure: string): string {
  const names = [...svg.matchAll(/\sid="([^"]*)"/g)].map(([, name]) => name);
  const fresh = new Map(names.map((name, i) => [name, `${figure}-${i + 1}`]));
  return svg.replace(/(\sid="|url\(#)([^")]*)/g, (_, start: string, name: string) => {
    return start + (fresh.get(name) ?? name);
  });
}

function accessible(svg: string, title: string): string {
  const text = title.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');
  return svg.replace(
    /<svg ([^>]*)>/,
    `<svg role="img" aria-label="${text}" $1><title>${text}</title>`
  );
}

function strictLogger() {
  const fail = (...messages: readonly unknown[]): never => {
    throw new Error(`Vega-Lite: ${messages.join(' ')}`);
  };
  const logger = {
    level: () => logger,
    error: fail,
    warn: fail,
    info: () => logger,
    debug: () => logger,
  };
  return logger;
}
