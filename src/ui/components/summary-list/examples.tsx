import type { Example } from '../../example.ts'
import { Bidi } from '../bidi/bidi.tsx'
import { SummaryList } from './summary-list.tsx'

export const examples: Example[] = [
  {
    name: 'réponses à vérifier',
    render: () => (
      <SummaryList
        rows={[
          {
            key: 'Prénom',
            value: <Bidi>Nour</Bidi>,
            action: { href: '#1', label: 'Modifier', hidden: 'votre prénom' },
          },
          {
            key: 'Date d’arrivée',
            value: '27 mars 2026',
            action: { href: '#2', label: 'Modifier', hidden: 'votre date d’arrivée' },
          },
          { key: 'Numéro de dossier', value: <Bidi dir="ltr">AQ-2026-0042</Bidi> },
        ]}
      />
    ),
  },
]
