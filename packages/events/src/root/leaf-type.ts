/** How the numbers of a leaf stand in a file: in the order of networks, highest byte first. */
export interface LeafType {
  readonly bytes: number;
  read(view: DataView, at: number): number;
}

const F8: LeafType = { bytes: 8, read: (view, at) => view.getFloat64(at) };
const F4: LeafType = { bytes: 4, read: (view, at) => view.getFloat32(at) };
const I8: LeafType = { bytes: 8, read: (view, at) => Number(view.getBigInt64(at)) };
const U8: LeafType = { bytes: 8, read: (view, at) => Number(view.getBigUint64(at)) };
const I4: LeafType = { bytes: 4, read: (view, at) => view.getInt32(at) };
const U4: LeafType = { bytes: 4, read: (view, at) => view.getUint32(at) };
const I2: LeafType = { bytes: 2, read: (view, at) => view.getInt16(at) };
const U2: LeafType = { bytes: 2, read: (view, at) => view.getUint16(at) };
const I1: LeafType = { bytes: 1, read: (view, at) => view.getInt8(at) };
const U1: LeafType = { bytes: 1, read: (view, at) => view.getUint8(at) };

/** Signed and unsigned type by the class of a leaf. */
const LEAVES: Readonly<Record<string, readonly [LeafType, LeafType]>> = {
  TLeafD: [F8, F8],
  TLeafF: [F4, F4],
  TLeafL: [I8, U8],
  TLeafG: [I8, U8],
  TLeafI: [I4, U4],
  TLeafS: [I2, U2],
  TLeafB: [I1, U1],
  TLeafO: [U1, U1],
};

/** By the type code of ROOT's TVirtualStreamerInfo. */
const CODES: Readonly<Record<number, LeafType>> = {
  1: I1,
  2: I2,
  3: I4,
  4: I8,
  5: F4,
  6: I4,
  8: F8,
  11: U1,
  12: U2,
  13: U4,
  14: U8,
  16: I8,
  17: U8,
  18: U1,
};

/** By the name of a type in C++. */
const NAMES: Readonly<Record<string, LeafType>> = {
  double: F8,
  Double_t: F8,
  float: F4,
  Float_t: F4,
  long: I8,
  'long long': I8,
  Long64_t: I8,
  'unsigned long': U8,
  'unsigned long long': U8,
  ULong64_t: U8,
  int: I4,
  Int_t: I4,
  'unsigned int': U4,
  UInt_t: U4,
  short: I2,
  'unsigned short': U2,
};

/**
 * Type of a leaf of a plain branch.
 *
 * @param className Class of the leaf, e.g. `TLeafD`.
 * @param unsigned Whether its integers have no sign.
 * @returns The type; undefined if it holds no numbers.
 */
export function typeOfLeaf(className: string, unsigned: boolean): LeafType | undefined {
  return LEAVES[className]?.[unsigned ? 1 : 0];
}

/**
 * Type of a member of a class.
 *
 * @param code Its type code.
 * @returns The type; undefined if it is not a simple number.
 */
export function typeOfCode(code: number): LeafType | undefined {
  return CODES[code];
}

/**
 * Type of the elements of a `std::vector`.
 *
 * @param className The class, e.g. `vector<float>`.
 * @returns The type; undefined if it is another class, or its elements are not simple numbers.
 */
export function typeOfVector(className: string): LeafType | undefined {
  const name = /^(?:std::)?vector<([\w ]+)>$/.exec(className)?.[1];
  return name === undefined ? undefined : NAMES[name.trim()];
}
