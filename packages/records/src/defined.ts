import { z } from 'zod';

/** A number; or null where it is not defined (no finite event, or weights without a positive sum). */
export const defined = z.number().nullable();

/** Numbers of events that entered, and of those whose value is not finite. */
export const counts = { events: z.int(), nonFinite: z.int() };
