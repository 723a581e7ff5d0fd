/**
 * Unpacks one LZ4 block.
 *
 * A block is a row of sequences: a token with two lengths, literals, and the distance to bytes that are repeated,
 * which may lie before the block if the blocks of a frame are linked, and may overlap their copy.
 *
 * @param packed The block.
 * @param out Receives the bytes; what stands before `from` is what linked blocks may refer to.
 * @param from Where in `out` the block begins.
 * @returns Where in `out` the block ends.
 * @throws RangeError if the block is damaged or does not fit.
 * @see LZ4 Block Format Description, lz4.org.
 */
export function unpackLz4Block(packed: Uint8Array, out: Uint8Array, from: number): number {
  const { length } = packed;
  let at = from;
  let i = 0;
  // 255 says that the length goes on in the next byte.
  const longer = (count: number): number => {
    let sum = count;
    for (let byte = count === 15 ? 255 : 0; byte === 255; sum += byte) {
      if (i >= length) throw damaged();
      byte = packed[i++];
    }
    return sum;
  };
  while (i < length) {
    const token = packed[i++];
    const literals = longer(token >> 4);
    if (i + literals > length || at + literals > out.length) throw damaged();
    out.set(packed.subarray(i, i + literals), at);
    at += literals;
    i += literals;
    // The last sequence has no match.
    if (i === length) break;
    if (i + 2 > length) throw damaged();
    const distance = packed[i] | (packed[i + 1] << 8);
    i += 2;
    const end = at + longer(token & 15) + 4;
    if (distance === 0 || distance > at || end > out.length) throw damaged();
    if (distance >= end - at) {
      out.copyWithin(at, at - distance, end - distance);
      at = end;
    } else while (at < end) out[at] = out[at++ - distance];
  }
  return at;
}

function damaged(): RangeError {
  return new RangeError('The LZ4 block is damaged.');
}
