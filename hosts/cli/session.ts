import { colourStyle, plainStyle, type Style } from '#hosts/render/text.ts';
import { type ExitCode, exitCodes } from './exit-code.ts';

/** Where a command writes, and how: text for people, or one JSON value for programs. */
export interface Session {
  readonly json: boolean;
  readonly style: Style;
  readonly print: (text: string) => void;
  readonly complain: (text: string) => void;
}

export interface Streams {
  readonly out: { write: (text: string) => unknown; isTTY?: boolean };
  readonly error: { write: (text: string) => unknown };
}

const line = (text: string): string => (text.endsWith('\n') ? text : `${text}\n`);

/** Colour only on a terminal, never in JSON, never against NO_COLOR. */
export const openSession = (json: boolean, streams: Streams, noColour: boolean): Session => ({
  json,
  style: streams.out.isTTY === true && !json && !noColour ? colourStyle : plainStyle,
  print: (text) => void streams.out.write(line(text)),
  complain: (text) => void streams.error.write(line(text)),
});

/** Prints a value as JSON, or a text, whichever was asked for. */
export const answer = (session: Session, value: unknown, text: () => string, code: ExitCode): ExitCode => {
  session.print(session.json ? JSON.stringify(value, undefined, 2) : text());
  return code;
};

/** Says why a command cannot be done, and what to do. */
export const unusable = (session: Session, why: string, todo: string): ExitCode => {
  if (session.json) session.print(JSON.stringify({ error: why, todo }, undefined, 2));
  else session.complain(`${why}\n${todo}`);
  return exitCodes.unusable;
};
