import { z } from 'zod';

/** What the sections of study.yaml are written in: names, texts, sentences, days and numbers. */
export const id = z
  .string()
  .regex(/^[A-Za-z0-9]+(?:[ -][A-Za-z0-9]+)*$/, 'letters and digits joined by blanks or hyphens')
  .max(60);
export const text = z.string().min(1).max(2000);
export const rule = z.string().min(1).max(10_000).describe('a sentence of the criterion language');
export const count = z.int().min(0).max(100_000);
/** Days are counted from randomisation, which is day 0. */
export const day = z.int().min(-3650).max(36_500);
export const assumes = z.array(id).max(50).optional().describe('assumptions that this rests on');
export const from = text.optional().describe('the place in the registry record that this comes from');
/** Kept as it was written, so that 0.15 stays 0.15. */
export const decimal = z
  .union([z.string().max(40), z.number()])
  .transform(String)
  .describe('a decimal number: "0.15"');
/** A share of one, such as a level of significance; text, since a statistician writes 0.050 and means it. */
export const share = z
  .string()
  .regex(/^0\.\d{1,6}$/)
  .describe('a number between 0 and 1: "0.05"');
export const years = z.int().min(0).max(150);
