const VOID = new Set(['meta', 'br', 'hr', 'img', 'link']);

const TAG = /<!doctype html>|<(\/?)([a-zA-Z][\w:-]*)((?:\s+[\w:-]+(?:="[^"<]*")?)*)\s*(\/?)>/y;

/**
 * What is wrong with the nesting of a page's tags, as sentences; nothing if all is well.
 *
 * Strict on purpose: attributes in double quotes, every element closed, `<` and `&` escaped.
 */
export function nestingErrors(html: string): string[] {
  const open: string[] = [];
  const errors: string[] = [];
  const source = html.replace(/<style>[^<]*<\/style>|<script [^>]*>.*?<\/script>/gs, '');
  for (let at = source.indexOf('<'); at >= 0; at = source.indexOf('<', at + 1)) {
    TAG.lastIndex = at;
    const match = TAG.exec(source);
    if (match === null) errors.push(`No tag at ${source.slice(at, at + 40)}.`);
    else nest(match, open, errors);
  }
  if (open.length > 0) errors.push(`${open.join(', ')} not closed.`);
  const bare = /&(?!(?:amp|lt|gt|quot|#\d+);)/.exec(source);
  if (bare !== null) errors.push(`Bare & at ${source.slice(bare.index, bare.index + 20)}.`);
  return errors;
}

function nest([, closing, name, , self]: RegExpExecArray, open: string[], errors: string[]) {
  if (name === undefined || self === '/' || VOID.has(name)) return;
  if (closing !== '/') {
    open.push(name);
    return;
  }
  const last = open.pop();
  if (last !== name) errors.push(`</${name}> closes ${last}.`);
}
