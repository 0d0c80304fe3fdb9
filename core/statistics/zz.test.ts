import { testBoschloo, testBarnard } from './tests/unconditional-exact.ts';
import { computeBoschlooPower } from './designs/boschloo-power.ts';
import { computeConditionalOddsRatio } from './intervals/conditional-odds-ratio.ts';
const c=(events:number,of:number)=>({events,of});
console.log(computeConditionalOddsRatio(c(16,20),c(7,20)));
console.time('b');console.log(testBoschloo(c(9,10),c(3,10)), testBarnard(c(9,10),c(3,10)),testBoschloo(c(5,11),c(1,5)), testBarnard(c(5,11),c(1,5)));console.timeEnd('b');
console.time('p');console.log(computeBoschlooPower(20,.8,20,.4,.05),computeBoschlooPower(10,.7,10,.2,.05));console.timeEnd('p');
console.time('p');console.log(testBoschloo(c(60,100),c(50,100)));console.timeEnd('p');
console.time('p');console.log(computeBoschlooPower(100,.6,100,.4,.05));console.timeEnd('p');
