import { openStream, type Stream, secretFromSeed } from '#core/randomisation/stream.ts';

/** How many data sets are completed: enough that another seed changes the third digit at most. */
export const imputations = 100;

/** Said beside what was imputed: it is no secret, and follows from the study so that nobody can look for a better one. */
export const imputationSeed = (study: string, analysis: string): string => `imputation ${study} ${analysis}`;

/** The numbers of one imputation: each assumption has a stream of its own, so that none shifts another. */
export const imputationStream = (study: string, analysis: string, assumption: string): Stream =>
  openStream(secretFromSeed(imputationSeed(study, analysis)), 'imputation', assumption);
