import type { Example } from '../../example.ts'
import { Details } from './details.tsx'

export const examples: Example[] = [
  {
    name: 'fermé',
    render: () => (
      <Details summary="Pourquoi cette question ?">
        <p>Votre réponse ouvre les étapes qui concernent le logement. Personne d’autre ne la voit sans votre accord.</p>
      </Details>
    ),
  },
  {
    name: 'ouvert',
    render: () => (
      <Details summary="Documents à apporter" open>
        <ul>
          <li>Passeport</li>
          <li>Bail ou preuve d’adresse</li>
        </ul>
      </Details>
    ),
  },
]
