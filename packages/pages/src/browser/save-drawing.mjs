// @ts-check
/// <reference lib="dom" />

/**
 * Lets the drawing of a figure be saved as it stands.
 *
 * @param {HTMLButtonElement} button With the name of the file in `data-save`.
 */
function saveDrawing(button) {
  button.hidden = false;
  button.addEventListener('click', () => {
    const drawing = button.closest('figure')?.querySelector('svg');
    const copy = /** @type {SVGSVGElement} */ (drawing?.cloneNode(true));
    copy.querySelector('.crosshair')?.remove();
    const file = new Blob([new XMLSerializer().serializeToString(copy)], { type: 'image/svg+xml' });
    const link = document.createElement('a');
    link.href = URL.createObjectURL(file);
    link.download = button.dataset.save ?? '';
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  });
}

document
  .querySelectorAll('button[data-save]')
  .forEach((button) => saveDrawing(/** @type {HTMLButtonElement} */ (button)));
