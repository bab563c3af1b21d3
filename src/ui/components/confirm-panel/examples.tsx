import type { Example } from '../../example.ts'
import { ConfirmPanel } from './confirm-panel.tsx'

export const examples: Example[] = [
  {
    name: 'rendez-vous pris',
    render: () => (
      <ConfirmPanel title="Votre rendez-vous est pris">
        <p class="lead">
          Mardi 7 avril 2026 à 10 h. Votre numéro : <bdi dir="ltr">K7-204</bdi>
        </p>
      </ConfirmPanel>
    ),
  },
]
