import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mended } from './mojibake.ts'
import { plainText } from './plain-text.ts'

const asWindows = (text: string) => new TextDecoder('windows-1252').decode(new TextEncoder().encode(text))

test.each([
  ['FranÃ§ais Ã\u00A0 MontrÃ©al', 'Français à Montréal'],
  ['Ã‰COLE DE L’ÃŽLE', 'ÉCOLE DE L’ÎLE'],
  ['HÃ”TEL, cÅ“ur, lâ€™Ã©tÃ©', 'HÔTEL, cœur, l’été'],
  ['MontrÃƒÂ©al', 'Montréal'],
  ['Â« Bonjour Â»', '« Bonjour »'],
  ['lundi â€“ vendredi, 5 â‚¬', 'lundi – vendredi, 5 €'],
  ['Ø§Ù„Ø¹Ø±Ø¨ÙŠØ©', 'العربية'],
  ['l&#146;accueil &amp; &Atilde;&copy;', 'l’accueil & é'],
  ['Ã\u0089quipe \u0093ici\u0094', 'Équipe “ici”'],
])('%s was %s', (wrong, right) => expect(plainText(wrong)).toBe(right))

test.each([
  'IRMÃ”',
  'Ângela',
  'SÃO PAULO',
  '« À\u00A0» et É»',
  'à\u00A0«\u00A0É\u00A0»',
  'Åsa’s',
  '10 £',
  'Ça va… «CAFÉ»',
])('%s stays as somebody wrote it', (text) => expect(mended(text)).toBe(text))

test('what French and English write, read wrong once or twice, comes back', () => {
  const parts = [...'abcdÉÈÊÀÇÎéèêëàâçîïôûùœ 0123456789', 'l’', ' « ', ' » ', ' – ', '… ', 'qu’', '5 € ', 'ŒUVRE ']
  const words = fc.string({ unit: fc.constantFrom(...parts), maxLength: 40 })
  fc.assert(
    fc.property(words, (text) => {
      expect(mended(text)).toBe(text)
      expect(mended(asWindows(text))).toBe(text)
      expect(mended(asWindows(asWindows(text)))).toBe(text)
    }),
  )
})
