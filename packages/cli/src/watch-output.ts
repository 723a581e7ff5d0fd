/**
 * Makes what goes wrong with standard output neither a crash nor silence.
 *
 * A reader that has seen enough, such as `head`, is no failure; a full disk is one: exit code 1.
 *
 * @param stream The output.
 * @param fail Takes the sentence for the user.
 */
export function watchOutput(
  stream: Pick<NodeJS.WriteStream, 'on'>,
  fail: (sentence: string) => void
): void {
  stream.on('error', ({ code, message }: NodeJS.ErrnoException) => {
    if (code !== 'EPIPE') fail(`Standard output cannot be written: ${message}.`);
  });
}
