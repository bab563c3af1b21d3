import type { Example } from '../../example.ts'
import { ErrorSummary } from './error-summary.tsx'

export const examples: Example[] = [
  {
    name: 'deux réponses à corriger',
    render: () => (
      <ErrorSummary
        focus={false}
        title="Il reste 2 réponses à corriger"
        errors={[
          { href: '#phone', text: 'Écrivez un numéro à 10 chiffres, comme 418 555-0123' },
          { href: '#birth-month', text: 'Le mois va de 1 à 12' },
        ]}
      />
    ),
  },
]
