/** Half a million random commands through the five trials (see `conduct-walk.ts`). */
import { readFileSync } from 'node:fs';
import { readStudy } from '#core/study/compile-study.ts';
import { openGround, walkTrial } from './conduct-walk.ts';
import { outOfStock } from './lots-kept.ts';
import { outOfOrder } from './order-kept.ts';
import { outOfPlace } from './sites-kept.ts';

const trials = ['nct05631717', 'nct03673748', 'nct04318600', 'nct01741857', 'nct03580291'];
const walks = 100;
const steps = 1000;
let [events, faults] = [0, 0];
for (const trial of trials) {
  const { study } = readStudy(readFileSync(`trials/${trial}/study.yaml`, 'utf8'));
  if (study === undefined) throw new Error(`${trial} does not compile`);
  const ground = openGround(study);
  for (let seed = 1001; seed <= 1000 + walks; seed += 1) {
    const { log, sealed } = walkTrial(ground, seed, steps);
    const stock = [log, sealed].flatMap((each) => outOfStock(each.all(), log.all()));
    const found = [...outOfOrder(log, sealed), ...outOfPlace(log), ...stock];
    for (const fault of found.slice(0, 3)) console.log(`${trial}, seed ${seed}: ${fault}`);
    events += log.head().count;
    faults += found.length;
  }
}
console.log(`${trials.length * walks * steps} commands, ${events} events, ${faults} out of order`);
if (faults > 0) process.exitCode = 1;
