import { existsSync } from 'node:fs';
import { InputError } from '../errors.ts';
import { openArrow } from './arrow-file.ts';
import type { ArrowFile } from './arrow-file.ts';
import { PIECE_ENTRIES, piecePath } from './piece.ts';
import { typeName } from './stored-type.ts';

/**
 * Opens an Arrow file and the pieces that continue it.
 *
 * @param path The file, which is the first piece.
 * @returns All pieces, in their order; close each after use.
 * @throws InputError if the path is a later piece, a piece is missing, or does not continue the one before.
 */
export async function openPieces(path: string): Promise<ArrowFile[]> {
  const pieces: ArrowFile[] = [];
  try {
    for (let number = 1, rows = 0; ; number++) {
      const piece = await openPiece(path, number);
      pieces.push(piece);
      checkPiece(path, pieces[0], piece, number, rows);
      rows += piece.rows;
      if (piece.metadata.get(PIECE_ENTRIES.continued) === undefined) return pieces;
    }
  } catch (error) {
    for (const piece of pieces) await piece.close();
    throw error;
  }
}

async function openPiece(path: string, number: number): Promise<ArrowFile> {
  const piece = piecePath(path, number);
  if (number === 1 || existsSync(piece)) return openArrow(piece);
  throw new InputError(
    `${path} is continued in ${piece}, which is missing; put it beside the file, or write the file anew.`
  );
}

function checkPiece(
  path: string,
  first: ArrowFile,
  piece: ArrowFile,
  number: number,
  rows: number
): void {
  const said = piece.metadata.get(PIECE_ENTRIES.number);
  if (number === 1) {
    if (said === undefined) return;
    throw new InputError(
      `${path} is piece ${said} of a larger file; give the first piece, the one without .part${said} in its name.`
    );
  }
  const start = piece.metadata.get(PIECE_ENTRIES.firstRow);
  const belongs = said === String(number) && start === String(rows);
  if (belongs && columnsOf(piece) === columnsOf(first)) return;
  const received = belongs
    ? 'has other columns'
    : `says that it is piece ${said ?? 'nothing'} from row ${start ?? 'nothing'} on, expected piece ${number} from row ${rows} on`;
  throw new InputError(
    `${piece.path} does not continue ${path}: it ${received}; write the file anew.`
  );
}

function columnsOf({ fields }: ArrowFile): string {
  return fields.map(({ name, type }) => `${name} ${typeName(type)}`).join(', ');
}
