import type { Example } from '../../example.ts'
import { ButtonLink } from '../button-link/button-link.tsx'
import { Card } from './card.tsx'

export const examples: Example[] = [
  {
    name: 'prochaine étape',
    render: () => (
      <Card title="Prochaine étape : demander votre NAS" tone="blue">
        <p>Cela prend 20 minutes, en ligne ou sur place, et débloque 3 autres étapes.</p>
        <p>
          <ButtonLink href="#step" kind="primary">
            Voir comment faire
          </ButtonLink>
        </p>
      </Card>
    ),
  },
  {
    name: 'des tuiles',
    render: () => (
      <div class="tiles">
        <Card title="Logement">
          <p>Trouver, visiter, signer un bail.</p>
        </Card>
        <Card title="Français" tone="green">
          <p>Cours gratuits, de jour ou de soir.</p>
        </Card>
        <Card title="Santé" tone="yellow">
          <p>Carte, délai de carence, médecin.</p>
        </Card>
      </div>
    ),
  },
]
