/** What a promise is rejected with; fails if it is fulfilled. */
export async function errorOf(promise: Promise<unknown>): Promise<Error & { exitCode?: number }> {
  return promise.then(
    () => {
      throw new Error('nothing was thrown');
    },
    (reason: unknown) => reason as Error
  );
}

/** Name and sentence of what a promise is rejected with; fails if it is fulfilled. */
export async function sentenceOf(promise: Promise<unknown>): Promise<string> {
  const { name, message } = await errorOf(promise);
  return `${name}: ${message}`;
}
