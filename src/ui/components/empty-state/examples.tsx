import type { Example } from '../../example.ts'
import { ButtonLink } from '../button-link/button-link.tsx'
import { EmptyState } from './empty-state.tsx'

export const examples: Example[] = [
  {
    name: 'aucun résultat',
    render: () => (
      <EmptyState title="Aucun service à moins de 30 km">
        <p>Élargissez la distance, ou parlez à une personne : elle connaît d’autres portes.</p>
        <div class="actions">
          <ButtonLink href="#wider" kind="secondary">
            Chercher plus loin
          </ButtonLink>
        </div>
      </EmptyState>
    ),
  },
]
