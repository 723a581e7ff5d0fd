import { vi } from 'vitest';
import { main } from '../../src/main.ts';

/** Runs the command in this process: what it prints, and its exit code. */
export async function deelema(
  ...words: string[]
): Promise<{ exitCode: number; out: string; errors: string }> {
  const [out, errors]: string[][] = [[], []];
  const spies = [
    vi.spyOn(console, 'log').mockImplementation((text: string) => void out.push(text)),
    vi.spyOn(console, 'error').mockImplementation((text: string) => void errors.push(text)),
    vi.spyOn(process.stderr, 'write').mockImplementation((text) => errors.push(String(text)) > 0),
    vi.spyOn(process.stdout, 'write').mockImplementation((text) => out.push(String(text)) > 0),
  ];
  const exitCode = await main(['node', 'deelema', ...words]);
  for (const spy of spies) spy.mockRestore();
  return { exitCode, out: out.join('\n'), errors: errors.join('\n') };
}
