// @ts-check

/**
 * The page that lists which kernels the backend has.
 *
 * @param {readonly string[]} supported Names of the kernels that it has.
 * @param {Readonly<Record<string, string>>} unsupported Those that it lacks, each with the reason.
 * @returns {string} Markdown, laid out as prettier lays it out.
 */
export function kernelTable(supported, unsupported) {
  const missing = Object.keys(unsupported).length;
  const rows = [...supported, ...Object.keys(unsupported)]
    .sort()
    .map((kernel) => [`\`${kernel}\``, unsupported[kernel] ? `no: ${unsupported[kernel]}` : 'yes']);
  return `# Kernels

<!-- Written by scripts/write-kernel-table.mjs; do not edit. -->

Of the ${rows.length} kernels of TensorFlow.js's \`cpu\` backend this backend has ${supported.length}; \`test/parity/\` compares them
with the \`cpu\` backend. The other ${missing} throw an error that names the kernel and says why. Compute what needs one of
them on another backend.

${table(['kernel', 'supported'], rows)}
`;
}

/**
 * @param {string[]} head
 * @param {string[][]} rows
 */
function table(head, rows) {
  const widths = head.map((title, i) =>
    Math.max(title.length, ...rows.map((row) => row[i].length))
  );
  /** @param {string[]} cells */
  const line = (cells) => `| ${cells.map((cell, i) => cell.padEnd(widths[i])).join(' | ')} |`;
  return [head, widths.map((width) => '-'.repeat(width)), ...rows].map(line).join('\n');
}
