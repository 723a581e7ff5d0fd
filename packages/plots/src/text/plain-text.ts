import { parseMarkup } from './markup.ts';

/**
 * A label as it stands in plain text: `*M*_{T2}^{(b)} [GeV]` becomes `M_T2(b) [GeV]`.
 *
 * @param label Text with the markup of `parseMarkup`.
 */
export function plainText(label: string): string {
  const runs = parseMarkup(label).map(({ text, level }) => {
    if (level === 'sub') return `_${text}`;
    return level === 'super' && !text.startsWith('(') ? `^${text}` : text;
  });
  return runs.join('');
}
