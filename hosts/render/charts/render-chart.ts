import type { ReportChart } from '#core/reports/chart.ts';
import { chartPage, type DrawnChart } from './chart-page.ts';
import { drawForest } from './forest-svg.ts';
import { drawHeatMap } from './heat-map-svg.ts';
import { drawProfileLines } from './profile-lines-svg.ts';
import { drawSummaryLines } from './summary-lines-svg.ts';
import { drawSurvival } from './survival-svg.ts';
import { drawSwimmer } from './swimmer-svg.ts';
import { drawWaterfall } from './waterfall-svg.ts';

const draw = (chart: ReportChart): DrawnChart => {
  switch (chart.kind) {
    case 'forest':
      return drawForest(chart);
    case 'lines':
      return chart.of === 'summary' ? drawSummaryLines(chart) : drawProfileLines(chart);
    case 'survival':
      return drawSurvival(chart);
    case 'waterfall':
      return drawWaterfall(chart);
    case 'swimmer':
      return drawSwimmer(chart);
    case 'heat map':
      return drawHeatMap(chart);
    default:
      return chart satisfies never;
  }
};

/**
 * A chart as SVG, 720 wide and as high as it needs, with its title and its notes. Text stays text; there is no script, no style sheet and no font to fetch. It says all of itself in a
 * description, marks say their numbers on pointing, and its ids are made of the chart's, so that several stand in one
 * page. Throws where a number of the chart is not finite.
 */
export const renderChart = (chart: ReportChart): string => chartPage(chart, draw(chart));
