import type { Example } from '../../example.ts'
import { Button } from '../button/button.tsx'
import { TextField } from '../text-field/text-field.tsx'
import { Form } from './form.tsx'

export const examples: Example[] = [
  {
    name: 'une question et ses boutons',
    render: () => (
      <Form action="#form" token="token-of-the-example" requestKey="key-of-the-example" id="form">
        <TextField name="first-name" label="Votre prénom" autocomplete="given-name" />
        <TextField
          name="postal-code"
          label="Votre code postal"
          hint="Par exemple : G1R 4S9. Si vous n’en avez pas encore, laissez vide."
          dir="ltr"
          maxlength={7}
          autocomplete="postal-code"
        />
        <div class="actions">
          <Button kind="primary">Continuer</Button>
          <Button kind="plain">Finir plus tard</Button>
        </div>
      </Form>
    ),
  },
]
