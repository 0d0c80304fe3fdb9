import type { TrialEvent } from '#core/conduct/trial-event.ts';
import type { Envelope } from '#core/record/envelope.ts';
import type { Cover } from '#core/reports/cover.ts';
import type { Report } from '#core/reports/figure.ts';
import { reportPage } from '#hosts/render/html/report-page.ts';
import { readRecordId, sayRecord } from './say-record.ts';

/** What the events say of a record, by stream and version. */
const recordsIn = (events: readonly Envelope<TrialEvent>[]) => {
  const places = new Map(events.map((each) => [`${each.stream}#${each.version}`, each]));
  return (record: string): string | undefined => {
    const place = readRecordId(record);
    const found = place && places.get(`${place.stream}#${place.version}`);
    return found && sayRecord(found, place.item);
  };
};

/** The report of a log as one HTML file. */
export const reportHtml = (
  cover: Cover,
  report: Report,
  flow: string,
  events: readonly Envelope<TrialEvent>[],
): string => reportPage({ cover, report, flow, sayRecord: recordsIn(events) });
