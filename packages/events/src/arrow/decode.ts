import { Message } from 'apache-arrow';
import { Footer } from 'apache-arrow/ipc/metadata/file';
import { checkFooter, checkMessage } from './check-encoded.ts';

/**
 * Understands the footer of a file.
 *
 * @param bytes The footer's flatbuffer.
 * @returns The footer.
 * @throws Error if it is damaged.
 */
export function decodeFooter(bytes: Uint8Array): Footer {
  checkFooter(bytes);
  return Footer.decode(bytes);
}

/**
 * Understands the head of a message.
 *
 * @param bytes The message's flatbuffer.
 * @returns The message.
 * @throws Error if it is damaged.
 */
export function decodeMessage(bytes: Uint8Array): Message {
  checkMessage(bytes);
  return Message.decode(bytes);
}
