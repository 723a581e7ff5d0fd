// @ts-check
import { z } from 'zod';

export const config = z.strictObject({});
