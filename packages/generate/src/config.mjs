// @ts-check
import { z } from 'zod';
import { file } from './settings/file.mjs';
import { toy } from './settings/toy.mjs';
import { ttbar } from './settings/ttbar.mjs';

export const config = z.discriminatedUnion('source', [toy, ttbar, file]);
