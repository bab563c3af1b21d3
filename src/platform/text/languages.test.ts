import { expect, test } from 'vitest'
import { languageName } from './languages.ts'

test('Haitian Creole has its name in every language of ours', () => {
  expect(['fr', 'en', 'ar'].map((language) => languageName('ht', language))).toEqual([
    'créole haïtien',
    'Haitian Creole',
    'الكريولية الهايتية',
  ])
})

test('a name in Haitian Creole is ours, not the French one that Intl would give', () => {
  expect(['es', 'en', 'ht'].map((code) => languageName(code, 'ht'))).toEqual(['panyòl', 'angle', 'kreyòl ayisyen'])
})

test('a code becomes a name, and words stay words', () => {
  expect(languageName('es', 'fr')).toBe('espagnol')
  expect(languageName('Spanish', 'fr')).toBe('Spanish')
})
