// How a page is set, on the screen or on paper.
import { z } from 'zod';

export const directionSchema = z.enum(['vertical', 'horizontal']);
export type Direction = z.infer<typeof directionSchema>;

export const paperSchema = z.enum(['A4', 'A3', 'A5', 'B5', 'tabloid']);
export type Paper = z.infer<typeof paperSchema>;
