/** A row of the table behind a figure; null where a number is not defined or does not apply. */
export type DataRow = Readonly<Record<string, number | string | null>>;
