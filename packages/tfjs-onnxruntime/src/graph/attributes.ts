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
