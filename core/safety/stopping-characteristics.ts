/** What a stopping rule comes to where each participant has the event with the same chance, apart from the others. */
export interface StoppingCharacteristics {
  readonly rate: number;
  /** The chance that the rule is met; the same whether it is looked at once or after each participant. */
  readonly stops: number;
  /** How many are treated on average, where it is looked at after each and nobody else is treated once it is met. */
  readonly treated: number;
}

/** So many participants with the event are too many, among so many treated. */
export interface StoppingCount {
  readonly participants: number;
  readonly of: number;
}

/** The chances of a true rate for which a rule is usually shown. */
export const usualRates: readonly number[] = Array.from({ length: 10 }, (_, index) => (index + 1) / 20);

/**
 * The exact chances of going on with each number of events after each participant: by the number of events so far, from
 * one participant to the next, those who reach the limit taken out. No rounding. Against R's pbinom to 1e-12
 * (`evidence/oracles/stopping-rules`). An event is known before the next is treated: where it is not, more are treated.
 *
 * Domain: whole numbers, 1 ≤ participants ≤ of, and a rate from 0 to 1; throws otherwise. Takes participants × of steps.
 */
export const stoppingCharacteristics = ({ participants, of }: StoppingCount, rate: number): StoppingCharacteristics => {
  if (!(Number.isSafeInteger(participants) && Number.isSafeInteger(of) && participants >= 1 && participants <= of))
    throw new Error(`a stopping rule of ${participants} among ${of}`);
  if (!(rate >= 0 && rate <= 1)) throw new Error(`a rate of ${rate}`);
  const goesOn = new Float64Array(participants);
  goesOn[0] = 1;
  let stops = 0;
  let treated = 0;
  for (let number = 1; number <= of; number += 1) {
    const now = (goesOn[participants - 1] ?? 0) * rate;
    stops += now;
    treated += number * now;
    for (let events = participants - 1; events >= 0; events -= 1)
      goesOn[events] = (goesOn[events] ?? 0) * (1 - rate) + (goesOn[events - 1] ?? 0) * rate;
  }
  const never = goesOn.reduce((sum, chance) => sum + chance, 0);
  return { rate, stops, treated: treated + of * never };
};

/** The rule at each of several rates. */
export const stoppingTable = (
  rule: StoppingCount,
  rates: readonly number[] = usualRates,
): readonly StoppingCharacteristics[] => rates.map((rate) => stoppingCharacteristics(rule, rate));
