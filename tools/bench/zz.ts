import { expectedOf } from '#core/statistics/given.ts';
import { fitMmrm } from '#core/statistics/models/mmrm/fit-mmrm.ts';
import { openQuickDraws } from '#hosts/rehearsal/characteristics/quick-draws.ts';
import { secretFromSeed } from '#core/randomisation/stream.ts';
const d=openQuickDraws(secretFromSeed(5),16);
for (const leave of [0,.08,.15,.25]) for (let k=0;k<6;k++){ const obs:any[]=[]; for(let i=0;i<16;i++){d.moveTo(k,i); const base=Math.round(100+30*d.normal(0))/10; const own=2*d.normal(1); for(let v=0;v<5;v++){ if(v>0&&d.uniform(8+v)<leave) break; obs.push({participant:String(i),arm:i<11?1:0,visit:v,value:Math.round(10*(.5*base-(i<11?.6*(v+1):0)+own+d.normal(2+v)))/10,covariates:[base],factors:[]});}}
const t=performance.now(); const r=fitMmrm(obs); console.log(leave,k,obs.length, 'structure' in r? [r.structure, r.visits.at(-1)?.difference.df.toFixed(2)] : r.notEstimable, JSON.stringify(r.left), (performance.now()-t).toFixed(0));}
