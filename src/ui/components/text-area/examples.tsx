import type { Example } from '../../example.ts'
import { TextArea } from './text-area.tsx'

export const examples: Example[] = [
  {
    name: 'avec un indice',
    render: () => (
      <TextArea
        name="question"
        label="Votre question"
        hint="Dans la langue de votre choix. Réponse en 2 jours ouvrables."
        value="Bonjour, mon fils a 6 ans."
      />
    ),
  },
  {
    name: 'avec une erreur',
    render: () => (
      <TextArea name="reason" label="Pourquoi ce changement ?" error="Dites pourquoi en une phrase" rows={3} />
    ),
  },
]
