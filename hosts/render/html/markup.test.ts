import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { escapeHtml, html, trusted } from './markup.ts';

test('what is put in is escaped, markup is not, lists are joined, undefined is nothing', () => {
  const row = html`<td>${'a < b & "c"'}</td>`;
  assert.equal(row.html, '<td>a &lt; b &amp; &quot;c&quot;</td>');
  assert.equal(html`<tr>${row}${[row, undefined]}${3}</tr>`.html, `<tr>${row.html}${row.html}3</tr>`);
  assert.equal(html`<p title="${"it's"}">${trusted('<b>x</b>')}</p>`.html, '<p title="it&#39;s"><b>x</b></p>');
});

test('no text opens a tag, ends an attribute or smuggles a control character', () =>
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const escaped = escapeHtml(text);
      assert.doesNotMatch(escaped, /[<>"']/);
      assert.ok([...escaped].every((each) => each >= ' ' || /\s/.test(each)));
      assert.doesNotMatch(escaped.replaceAll(/&(amp|lt|gt|quot|#39);/g, ''), /&/);
    }),
  ));
