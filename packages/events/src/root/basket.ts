import { damaged, undamaged } from '../disk/damaged.ts';
import type { RootFile } from './file.ts';
import type { RootBranch } from './tree.ts';
import { unpack } from './unpack.ts';

/** Larger baskets are not written by any program; the file is damaged. */
const LARGEST_BASKET = 1 << 30;
/** Keys from this version on have positions of 64 bits. */
const LARGE_KEY = 1000;

/** Some entries of a branch, unpacked. */
export interface Basket {
  /** Number of the first entry in the tree. */
  readonly first: number;
  readonly entries: number;
  readonly view: DataView;
  /** Where entry i begins in `view`, and behind the last where it ends. */
  readonly start: (i: number) => number;
}

/**
 * Reads and unpacks a basket.
 *
 * @param file The open file.
 * @param branch Its branch.
 * @param index Which of the baskets of the branch.
 * @returns The basket.
 * @throws InputError if it is damaged.
 * @see io/doc/TFile/TKey.md of ROOT; the fields of TBasket stand behind those of its key.
 */
export async function readBasket(
  file: RootFile,
  branch: RootBranch,
  index: number
): Promise<Basket> {
  const { path } = file;
  const packed = await file.read(branch.fBasketSeek[index], branch.fBasketBytes[index]);
  return undamaged(path, 'ROOT', async () => {
    const head = readHead(packed);
    const { objectBytes, keyBytes, dataBytes, entries } = head;
    if (objectBytes > LARGEST_BASKET || dataBytes > objectBytes || dataBytes < 0)
      throw damaged(path, 'ROOT');
    const view =
      keyBytes + objectBytes === packed.byteLength
        ? new DataView(packed.buffer, keyBytes)
        : await unpack(file.jsroot, packed, keyBytes, objectBytes);
    return { first: branch.fBasketEntry[index], entries, view, start: starts(head, branch, view) };
  });
}

interface BasketHead {
  readonly keyBytes: number;
  /** Bytes of data and offsets together, unpacked. */
  readonly objectBytes: number;
  readonly dataBytes: number;
  readonly entries: number;
}

function readHead(view: DataView): BasketHead {
  const keyBytes = view.getUint16(14);
  const afterPositions = view.getUint16(4) > LARGE_KEY ? 34 : 26;
  // Class, name and title, each with its length in front.
  let at = afterPositions;
  for (let k = 0; k < 3; ++k) {
    const length = view.getUint8(at);
    at += length === 255 ? 5 + view.getUint32(at + 1) : 1 + length;
  }
  // Version and buffer size; a negative size of the next number says that a byte of flags follows it.
  at += 6;
  at += view.getInt32(at) < 0 ? 5 : 4;
  return {
    keyBytes,
    objectBytes: view.getUint32(6),
    entries: view.getInt32(at),
    dataBytes: view.getInt32(at + 4) - keyBytes,
  };
}

/** Entries of fixed length need no offsets; others have them behind the data, counted from the key. */
function starts(
  { keyBytes, dataBytes, objectBytes, entries }: BasketHead,
  branch: RootBranch,
  view: DataView
): (i: number) => number {
  if (branch.fEntryOffsetLen === 0) {
    const bytes = dataBytes / entries;
    if (!Number.isInteger(bytes)) throw new Error('entries of unequal length');
    return (i) => i * bytes;
  }
  if (objectBytes < dataBytes + 4 * (entries + 1)) {
    throw new Error(`branch ${branch.fName} has no offsets of its entries`);
  }
  return (i) => (i < entries ? view.getInt32(dataBytes + 4 + 4 * i) - keyBytes : dataBytes);
}
