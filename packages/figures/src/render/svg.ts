import { resetSVGDefIds, parse, textMetrics, View } from 'vega';
import { compile } from 'vega-lite';
import type { TopLevelSpec } from 'vega-lite';
import { setRuns } from '../text/svg-runs.ts';
import { vegaConfig } from '../theme.ts';
import { shippedFontMetrics } from './vega-text-metrics.ts';

/** A drawn figure. */
export interface Drawing {
  readonly svg: string;
  /** CSS pixels. */
  readonly width: number;
  readonly height: number;
}

Object.assign(textMetrics, shippedFontMetrics);

/**
 * Draws a Vega-Lite specification as SVG, the same bytes every time and on every machine.
 *
 * @param id Name of the figure; prefixes the ids inside, so that figures can share a page.
 * @param title What the figure shows in a few words, for readers who do not see it.
 * @param spec Vega-Lite specification with its data inline; labels may use the markup of
 *  `parseMarkup`.
 * @throws Error if Vega-Lite warns of the specification: a warning is a figure that is wrong.
 */
export async function drawSvg(id: string, title: string, spec: TopLevelSpec): Promise<Drawing> {
  const compiled = compile(spec, { config: vegaConfig, logger: strictLogger() });
  const view = new View(parse(compiled.spec), { renderer: 'none' });
  // Vega numbers clip paths and gradients through the life of the process.
  resetSVGDefIds();
  const drawn = await view.toSVG();
  view.finalize();
  const [, width, height] = /width="([\d.]+)" height="([\d.]+)"/.exec(drawn) ?? [];
  const svg = accessible(setRuns(prefixIds(drawn, id)), title);
  return { svg: `${svg}\n`, width: Number(width), height: Number(height) };
}

function prefixIds(svg: string, id: string): string {
  return svg.replace(/\bid="/g, `id="${id}-`).replace(/url\(#/g, `url(#${id}-`);
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
