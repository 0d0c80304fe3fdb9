import type { Participant, StandingRecord } from '#core/conduct/participant.ts';
import type { EventAnswers } from '#core/conduct/safety-file/safety-event.ts';
import { type EventFile, type EventVersion, lastVersion } from '#core/conduct/safety-file/safety-file.ts';
import { isBefore } from '#core/safety/clocks/instant.ts';
import type { SafetyCase, SafetyStamps } from '#core/safety/clocks/safety-case.ts';
import type { Study } from '#core/study/study.ts';
import { armKnown } from './arm-known.ts';
import { expectednessOf } from './expectedness.ts';
import { openFollowUp } from './open-follow-up.ts';

const isSerious = ({ said }: EventVersion): boolean => said.seriousness.length > 0;

/** Death and danger to life are what the short clock is for; a grade of 4 is severe and need be neither. */
export const isFatalOrLifeThreatening = ({ seriousness }: Pick<EventAnswers, 'seriousness'>): boolean =>
  seriousness.includes('death') || seriousness.includes('life-threatening');

/** The version from which an event was what a clock is for; the report itself where it never was. */
const firstThat = ({ versions }: EventFile, is: (version: EventVersion) => boolean): EventVersion =>
  versions.find(is) ?? versions[0];

/** Where only the sponsor suspects, the sponsor had all that it takes when the event was serious. */
const receiptOf = (file: EventFile): EventVersion => {
  const serious = firstThat(file, isSerious);
  if (file.assessments.some(({ causality }) => causality === 'related')) return serious;
  const suspected = (version: EventVersion): boolean => isSerious(version) && version.said.causality === 'related';
  return file.versions.find(suspected) ?? serious;
};

/** The follow-up by which an event that had been reported as neither became fatal or life-threatening. */
const worsened = (file: EventFile): EventVersion | undefined => {
  const version = firstThat(file, ({ said }) => isFatalOrLifeThreatening(said));
  return version === file.versions[0] ? undefined : version;
};

/** The assessment by which the sponsor first held a reaction to be serious, unexpected and suspected. */
const determined = (file: EventFile): EventFile['assessments'][number] | undefined =>
  file.assessments.find(({ determined: at, causality, expectedness }) => {
    // The first time it was assessed, what had been received until then counts.
    const until = file.versions.filter(({ received }) => !isBefore(at, received)).at(-1) ?? file.versions[0];
    const suspected = causality === 'related' || until.said.causality === 'related';
    return isSerious(until) && suspected && expectedness !== 'expected';
  });

const stampsOf = (file: EventFile): SafetyStamps => {
  const [worse, decided, followUp] = [worsened(file), determined(file), openFollowUp(file)];
  return {
    awareness: firstThat(file, isSerious).awareness,
    receipt: receiptOf(file).received,
    ...(decided === undefined ? {} : { determination: decided.determined }),
    ...(worse === undefined ? {} : { worsened: worse.received }),
    ...(followUp === undefined ? {} : { followUp: followUp.from }),
  };
};

/**
 * One adverse event with its file as the clocks see it. Each stamp is that of the version which made the event what the
 * clock is for: an event that became serious later is not late from the day on which it was harmless. Seriousness in the
 * record counts beside the file. What the reference does not say is unexpected; so is what is not known.
 */
export const safetyCaseOf = (
  study: Study,
  participant: Pick<Participant, 'arm'>,
  { concept, attributes = {} }: StandingRecord,
  file: EventFile,
): SafetyCase => {
  const { said } = lastVersion(file);
  const assessed = file.assessments.at(-1);
  const expected = expectednessOf(study, armKnown(study, participant), concept, said) === 'true';
  return {
    isSerious: said.seriousness.length > 0 || attributes.serious === true,
    isExpected: assessed === undefined ? expected : assessed.expectedness === 'expected',
    isFatalOrLifeThreatening:
      isFatalOrLifeThreatening(said) || attributes.fatal === true || attributes['life-threatening'] === true,
    byInvestigator: said.causality,
    bySponsor: assessed?.causality,
    stamps: stampsOf(file),
  };
};
