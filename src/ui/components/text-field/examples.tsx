import type { Example } from '../../example.ts'
import { TextField } from './text-field.tsx'

export const examples: Example[] = [
  {
    name: 'avec un indice',
    render: () => (
      <TextField
        name="email"
        type="email"
        label="Adresse courriel"
        hint="Nous y envoyons un code, jamais de publicité."
        autocomplete="email"
        required
      />
    ),
  },
  {
    name: 'avec une erreur',
    render: () => (
      <TextField
        name="phone"
        type="tel"
        label="Numéro de téléphone"
        error="Écrivez un numéro à 10 chiffres, comme 418 555-0123"
        value="418 555"
        autocomplete="tel"
      />
    ),
  },
  {
    name: 'en arabe',
    lang: 'ar',
    dir: 'rtl',
    render: () => <TextField name="family-name" label="اسم العائلة" hint="كما هو مكتوب في جواز سفرك." />,
  },
]
