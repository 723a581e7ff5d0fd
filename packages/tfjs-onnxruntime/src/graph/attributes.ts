/** The value of an ONNX attribute: integers, real numbers (wrapped, since 1 and 1.0 are one number here), or text. */
export type AttributeValue = number | readonly number[] | string | { readonly float: number };

/** Attributes of an ONNX operator by name. */
export type Attributes = Readonly<Record<string, AttributeValue>>;

/**
 * An attribute of type FLOAT.
 *
 * @param value The number.
 * @returns What `Attributes` takes for it.
 */
export function float(value: number): { float: number } {
  return { float: value };
}

/**
 * Attributes as text, different for different ones.
 *
 * @param attributes Of an operator.
 * @returns JSON, in which numbers that JSON lacks (−0, ±∞, NaN) are texts.
 */
export function textOf(attributes: Attributes | undefined): string {
  return JSON.stringify(attributes ?? {}, (_, value: unknown) => {
    if (typeof value !== 'number' || (Number.isFinite(value) && !Object.is(value, -0)))
      return value;
    return Object.is(value, -0) ? '-0' : String(value);
  });
}
