export type FourWords = readonly [number, number, number, number];
export type TwoWords = readonly [number, number];

/** Upper 32 bits of the product of two 32-bit words, by halves, so that every step stays below 2^32. */
const highProduct = (a: number, b: number): number => {
  const aHigh = a >>> 16;
  const aLow = a & 0xffff;
  const bHigh = b >>> 16;
  const bLow = b & 0xffff;
  const middle = aHigh * bLow + ((aLow * bLow) >>> 16);
  const carry = (middle & 0xffff) + aLow * bHigh;
  return (aHigh * bHigh + (middle >>> 16) + (carry >>> 16)) >>> 0;
};

/**
 * Philox4x32-10 (`salmon2011`): ten rounds that turn a counter of four 32-bit words and a key of two into four words.
 * Any place of a stream is reached directly, and the same counter and key give the same words everywhere. It passes the
 * usual batteries and is not a cipher: secrecy comes from where the key comes from (see `openStream`).
 * Words are unsigned integers below 2^32; the answer is too.
 */
export const philox = (counter: FourWords, key: TwoWords): FourWords => {
  let [a, b, c, d] = counter;
  let [k, l] = key;
  for (let round = 0; round < 10; round += 1) {
    const highA = highProduct(0xd2511f53, a);
    const highC = highProduct(0xcd9e8d57, c);
    const lowA = Math.imul(0xd2511f53, a) >>> 0;
    const lowC = Math.imul(0xcd9e8d57, c) >>> 0;
    a = (highC ^ b ^ k) >>> 0;
    b = lowC;
    c = (highA ^ d ^ l) >>> 0;
    d = lowA;
    k = (k + 0x9e3779b9) >>> 0;
    l = (l + 0xbb67ae85) >>> 0;
  }
  return [a, b, c, d];
};
