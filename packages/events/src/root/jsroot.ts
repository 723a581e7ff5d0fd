import { InputError } from '../errors.ts';

/** The version that is known to work; a peer dependency, for few need it. */
const VERSION = '7.11.2';

/** What a directory of a ROOT file says about one of its objects. */
export interface RootKey {
  readonly fName: string;
  readonly fClassName: string;
}

/** A directory of a ROOT file. */
export interface RootDirectory {
  readonly fKeys: readonly RootKey[];
}

/** An open ROOT file, as jsroot has it. */
export interface JsrootFile extends RootDirectory {
  readObject(name: string): Promise<unknown>;
  readDirectory(name: string): Promise<RootDirectory>;
}

/** How jsroot asks for bytes of a file. */
export interface JsrootProxy {
  openFile(): Promise<boolean>;
  getFileName(): string;
  getFileSize(): number;
  readBuffer(position: number, length: number): Promise<DataView>;
}

/** The part of `jsroot/io` that is used here. */
export interface Jsroot {
  readonly FileProxy: new () => object;
  openFile(proxy: object): Promise<JsrootFile | false>;
  /** Unpacks blocks of any codec of ROOT; null if that fails. */
  R__unzip(
    packed: DataView,
    length: number,
    silent: boolean,
    position: number
  ): Promise<DataView | null>;
}

/**
 * Loads jsroot, which reads the structure of ROOT files and unpacks them.
 *
 * @param path The ROOT file that asks for it, for messages.
 * @param name Name of the module; for tests only.
 * @returns Its module for files.
 * @throws InputError with exit code 2 if it is not installed.
 */
export async function loadJsroot(path: string, name = 'jsroot/io'): Promise<Jsroot> {
  try {
    // By a variable: types of jsroot are written for browsers.
    return (await import(name)) as Jsroot;
  } catch (cause) {
    const message = `${path}: reading ROOT files needs jsroot, which is not installed; run npm install jsroot@${VERSION}.`;
    throw new InputError(message, { exitCode: 2, cause });
  }
}
