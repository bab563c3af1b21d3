import type { Example } from '../../example.ts'
import { Bidi } from '../bidi/bidi.tsx'
import { ButtonLink } from '../button-link/button-link.tsx'
import { EmptyState } from '../empty-state/empty-state.tsx'
import { Tag } from '../tag/tag.tsx'
import { Queue } from './queue.tsx'

const columns = ['Personne', 'Langue', 'Pourquoi ici', 'Échéance', 'Action']
const empty = (
  <EmptyState title="Rien à faire aujourd’hui">
    <p>Les nouvelles demandes arrivent ici dès qu’elles sont confirmées.</p>
  </EmptyState>
)
const open = (
  <ButtonLink href="#file" kind="secondary">
    Ouvrir
  </ButtonLink>
)

export const examples: Example[] = [
  {
    name: 'à faire aujourd’hui',
    render: () => (
      <Queue
        caption="À faire aujourd’hui : 3 dossiers"
        columns={columns}
        empty={empty}
        rows={[
          {
            tone: 'red',
            cells: [
              <Bidi>Nour Exemple</Bidi>,
              'arabe',
              'Invitée il y a 8 jours, sans réponse',
              <Tag tone="red">En retard de 1 jour</Tag>,
              open,
            ],
          },
          {
            tone: 'yellow',
            cells: [
              <Bidi>Ana Modelo</Bidi>,
              'espagnol',
              'Demande un changement de rendez-vous',
              <Tag tone="yellow">Aujourd’hui</Tag>,
              open,
            ],
          },
          { cells: [<Bidi>Ivo Démo</Bidi>, 'français', 'Premier appel à faire', '24 novembre 2026', open] },
        ]}
      />
    ),
  },
  { name: 'vide', render: () => <Queue caption="À faire aujourd’hui" columns={columns} rows={[]} empty={empty} /> },
]
