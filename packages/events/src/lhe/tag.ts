/**
 * Whether a line begins with the opening tag of an element.
 *
 * @param text The line, without leading blanks.
 * @param name Name of the element: `init` does not match MadGraph's `<initrwgt>`.
 */
export function isTag(text: string, name: string): boolean {
  if (text.charCodeAt(0) !== 60 || !text.startsWith(name, 1)) return false;
  const next = text.charCodeAt(name.length + 1);
  return next === 62 || next <= 32 || Number.isNaN(next);
}
