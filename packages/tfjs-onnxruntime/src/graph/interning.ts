/** Gives equal texts the same small number, for comparing graphs as arrays of integers. */
export class Interning {
  readonly #numbers = new Map<string, number>();

  /**
   * @param text Any text.
   * @returns 0 for the first text seen, 1 for the next different one, and so on.
   */
  numberOf(text: string): number {
    let number = this.#numbers.get(text);
    if (number === undefined) this.#numbers.set(text, (number = this.#numbers.size));
    return number;
  }
}
