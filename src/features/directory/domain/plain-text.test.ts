import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readOpening } from './hours.ts'
import { plainText } from './plain-text.ts'
import { emailAddress, webAddress } from './web-address.ts'

test('entities become their signs and tags go', () => {
  expect(plainText('they&rsquo;re learning&mdash;and &#201;crire &#x00e9; &amp;lt;')).toBe(
    'they’re learning—and Écrire é &lt;',
  )
  expect(plainText('<p>Un</p><p>Deux<br/>Trois</p>')).toBe('Un\nDeux\nTrois')
  expect(plainText('a<script>alert(1)</script>b <!-- c --><a href="x">lien</a>')).toBe('a b lien')
})

test('a sign that is no tag stays', () => {
  expect(plainText('income < 30% & rising; 3 > 2')).toBe('income < 30% & rising; 3 > 2')
  expect(plainText('&inconnu; &#0; &#xD800; &valueOf; &toString;')).toBe('&inconnu; &#0; &#xD800; &valueOf; &toString;')
})

test('no control character and no half of a pair comes out', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.constant('\uD800x\uDC00')), (text) => {
      const plain = plainText(text)
      return plain.isWellFormed() && !/[\u0000-\u0009\u000B-\u001F\u007F-\u009F]/.test(plain)
    }),
  )
})

test.each(['<!--', '<script>', '<script ', '<p ', '</script', '(', '&#', '<a href="', 'Ã©', '. '])(
  'a cell of two million signs of %j is read at once',
  (sign) => {
    const long = sign.repeat(2_000_000 / sign.length)
    const before = performance.now()
    plainText(long)
    readOpening({ days: long, opens: [long], closes: [], note: long })
    expect(performance.now() - before).toBeLessThan(1_500)
  },
)

test('only web addresses become links', () => {
  expect(webAddress('www.yachad-dc.org')).toBe('https://www.yachad-dc.org/')
  expect(webAddress('https://example.org/a ')).toBe('https://example.org/a')
  for (const text of [
    'javascript:alert(1)',
    'data:text/html,x',
    'for returning citizens',
    'http://a.org ; http://b.org',
    'https://user@evil.org',
    'mailto:a@b.org',
    '',
  ]) {
    expect(webAddress(text), text).toBeUndefined()
  }
})

test('only plain mail addresses are kept', () => {
  expect(emailAddress(' accueil@exemple.example.org ')).toBe('accueil@exemple.example.org')
  for (const text of ['a@b', 'a b@c.org', 'a@b.org,c@d.org', '.a@b.org'])
    expect(emailAddress(text), text).toBeUndefined()
})
