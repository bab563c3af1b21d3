import type { Example } from '../../example.ts'
import { DateField } from './date-field.tsx'

const words = { day: 'Jour', month: 'Mois', year: 'Année' }

export const examples: Example[] = [
  {
    name: 'date d’arrivée',
    render: () => (
      <DateField
        name="arrival"
        legend="Quand arrivez-vous au Québec ?"
        hint="Par exemple : 27 3 2026. Une date approximative suffit."
        day="27"
        month="3"
        year="2026"
        words={words}
      />
    ),
  },
  {
    name: 'avec une erreur',
    render: () => (
      <DateField
        name="birth"
        legend="Votre date de naissance"
        error="Le mois va de 1 à 12"
        day="4"
        month="14"
        year="1990"
        words={words}
        autocomplete="bday"
      />
    ),
  },
  {
    name: 'en arabe',
    lang: 'ar',
    dir: 'rtl',
    render: () => (
      <DateField
        name="arrival-ar"
        legend="متى تصل إلى كيبيك؟"
        words={{ day: 'اليوم', month: 'الشهر', year: 'السنة' }}
        size="heading"
      />
    ),
  },
]
