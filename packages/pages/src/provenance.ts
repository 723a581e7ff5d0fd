import { html } from './html.ts';
import type { Content, Html } from './html.ts';
import { leaves } from './leaves.ts';
import { count } from './numbers.ts';
import type { Making } from './read-making.ts';

/**
 * How stages made their outputs, stage by stage: settings, code, counts and files.
 *
 * @param stages In the order of the data's way.
 */
export function provenance(stages: readonly Making[]): Html {
  return html`${stages.map(stageOf)}`;
}

function stageOf(made: Making): Html {
  const { stage, project, config, swap, node, code, backend, outside, files, counts } = made;
  const facts: readonly (readonly [Content, Content])[] = [
    ['Project', project],
    ['Settings', settings(config)],
    ...(swap === null ? [] : ([['Swapped', settings(swap)]] as const)),
    ['Code', html`<code>${code}</code>, Node.js ${node}`],
    ...(backend === null ? [] : ([['Backend', backend]] as const)),
    ...(Object.keys(outside).length === 0 ? [] : ([['From outside', settings(outside)]] as const)),
    ['Counts', settings(counts)],
    ['Files', filesOf(files)],
  ];
  return html`<div class="stage">
    <h3>${stage}</h3>
    <dl>
      ${facts.map(
        ([term, description]) =>
          html`<dt>${term}</dt>
            <dd>${description}</dd>`
      )}
    </dl>
  </div>`;
}

/** The leaves of a JSON value, one item each. */
function settings(value: unknown): Html {
  const items = leaves(value);
  if (items.length === 0) return html`none`;
  return html`<ul class="settings">
    ${items.map(([name, leaf]) => html`<li><code>${name}</code> ${leaf}</li>`)}
  </ul>`;
}

function filesOf(files: Making['files']): Html {
  return html`<ul>
    ${files.map(
      ({ name, bytes, sha256 }) =>
        html`<li>${name}, ${count(bytes)} bytes, SHA-256 <code>${sha256}</code></li>`
    )}
  </ul>`;
}
