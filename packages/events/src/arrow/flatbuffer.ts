/**
 * A table of a flatbuffer, as far as it takes to check it: reading beyond the end throws a RangeError.
 *
 * @see FlatBuffers, "Internals": a table begins with the distance back to its vtable, which holds the distance of
 *  every field from the beginning of the table.
 */
export class FlatTable {
  private readonly view: DataView;
  private readonly position: number;

  /**
   * @param view The flatbuffer.
   * @param position Where the table begins.
   */
  constructor(view: DataView, position: number) {
    this.view = view;
    this.position = position;
  }

  /** The table that a flatbuffer begins with. */
  static root(bytes: Uint8Array): FlatTable {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    return new FlatTable(view, view.getUint32(0, true));
  }

  /** A byte; 0 if the field is absent. */
  byte(field: number): number {
    const at = this.place(field);
    return at === undefined ? 0 : this.view.getUint8(at);
  }

  /** A table inside; undefined if the field is absent. */
  table(field: number): FlatTable | undefined {
    const at = this.place(field);
    return at === undefined ? undefined : new FlatTable(this.view, this.follow(at));
  }

  /**
   * The tables of a vector.
   *
   * @throws RangeError if the vector is longer than the flatbuffer.
   */
  tables(field: number): FlatTable[] {
    const start = this.vector(field, 4);
    const length = start === undefined ? 0 : this.view.getUint32(start, true);
    return Array.from({ length }, (_, i) => {
      return new FlatTable(this.view, this.follow(start! + 4 + 4 * i));
    });
  }

  /**
   * Checks that a vector lies within the flatbuffer.
   *
   * @param field Number of the field.
   * @param bytes Length of an element.
   * @returns Where the vector begins; undefined if the field is absent.
   * @throws RangeError if it does not.
   */
  vector(field: number, bytes: number): number | undefined {
    const at = this.place(field);
    if (at === undefined) return undefined;
    const start = this.follow(at);
    const length = this.view.getUint32(start, true);
    if (start + 4 + length * bytes <= this.view.byteLength) return start;
    throw new RangeError('A vector is longer than its flatbuffer.');
  }

  private place(field: number): number | undefined {
    const table = this.position - this.view.getInt32(this.position, true);
    if (4 + 2 * field >= this.view.getUint16(table, true)) return undefined;
    const offset = this.view.getUint16(table + 4 + 2 * field, true);
    return offset === 0 ? undefined : this.position + offset;
  }

  private follow(at: number): number {
    return at + this.view.getUint32(at, true);
  }
}
