import { z } from 'zod';

/** The days of a written record: `on` one day, or `from` a day, with `to` where it has ended. */
const days = z
  .object({ on: z.string().optional(), from: z.string().optional(), to: z.string().optional() })
  .refine(({ on, from }) => (on === undefined) !== (from === undefined), 'either on (one day) or from (a course)')
  .refine(({ on, to }) => on === undefined || to === undefined, { message: 'to goes with from', path: ['to'] });

type WrittenDays = z.infer<typeof days>;

/** Adds to the findings of a written record what is wrong with its days. */
export const checkDays = (record: WrittenDays, context: z.core.$RefinementCtx<WrittenDays>): void => {
  for (const issue of days.safeParse(record).error?.issues ?? [])
    context.addIssue({ code: 'custom', message: issue.message, path: [...issue.path] });
};
