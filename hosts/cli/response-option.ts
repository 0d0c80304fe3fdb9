import type { Study } from '#core/study/study.ts';

/** Shares of responders by arm. */
export type WantedResponse = Readonly<Record<string, number>>;

/** "msc=0.6,il-2=0.3": which share of an arm is to respond. */
export const wantedOf = (written: string, { definition }: Study): WantedResponse | string => {
  const arms = definition.arms.map(({ id }) => id);
  const wanted = new Map<string, number>();
  for (const part of written.split(',')) {
    const [arm = '', share = ''] = part.split('=');
    if (!arms.includes(arm)) return `"${arm}" is no arm`;
    if (!/^0?\.\d+$|^[01]$/.test(share)) return `"${share}" is no share from 0 to 1`;
    wanted.set(arm, Number(share));
  }
  return Object.fromEntries(wanted);
};
