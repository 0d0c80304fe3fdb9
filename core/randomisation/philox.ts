export type FourWords = readonly [number, number, number, number];
export type TwoWords = readonly [number, number];

/** Upper 32 bits, as a signed integer, of the product of two 32-bit words, by halves, so that every step stays below 2^32. */
const highProduct = (a: number, b: number): number => {
  const aHigh = a >>> 16;
  const aLow = a & 0xffff;
  const bHigh = b >>> 16;
  const bLow = b & 0xffff;
  const middle = aHigh * bLow + ((aLow * bLow) >>> 16);
  const carry = (middle & 0xffff) + aLow * bHigh;
  return (aHigh * bHigh + (middle >>> 16) + (carry >>> 16)) | 0;
};

/**
 * Philox4x32-10 (`salmon2011`): ten rounds that turn a counter of four 32-bit words and a key of two into four words.
 * Any place of a stream is reached directly, and the same counter and key give the same words everywhere. It passes the
 * usual batteries and is not a cipher: secrecy comes from where the key comes from (see `openStream`).
 * Words are unsigned integers below 2^32; the answer is too.
 */
export const philox = (counter: FourWords, key: TwoWords): FourWords => {
  const [a, b, c, d] = philoxInto(new Uint32Array(4), 0, counter, key);
  return [a ?? 0, b ?? 0, c ?? 0, d ?? 0];
};

/** The same, written into four places of a list, for who draws millions. */
export const philoxInto = (into: Uint32Array, at: number, counter: FourWords, key: TwoWords): Uint32Array => {
  let a = counter[0] | 0;
  let b = counter[1] | 0;
  let c = counter[2] | 0;
  let d = counter[3] | 0;
  let k = key[0] | 0;
  let l = key[1] | 0;
  for (let round = 0; round < 10; round += 1) {
    const highA = highProduct(0xd2511f53, a);
    const highC = highProduct(0xcd9e8d57, c);
    const lowA = Math.imul(0xd2511f53, a);
    const lowC = Math.imul(0xcd9e8d57, c);
    a = highC ^ b ^ k;
    b = lowC;
    c = highA ^ d ^ l;
    d = lowA;
    k = (k + 0x9e3779b9) | 0;
    l = (l + 0xbb67ae85) | 0;
  }
  into[at] = a;
  into[at + 1] = b;
  into[at + 2] = c;
  into[at + 3] = d;
  return into;
};
