import type { ComponentProps } from 'react'

type KeyProps = Pick<ComponentProps<'button'>, 'aria-disabled' | 'onClick'>

/**
 * What a key has that cannot be pressed now. `disabled` would do it too, and take the focus from whoever has just
 * pressed it or is about to: they would not be there when it can be pressed again.
 */
export const stillKey = (isStill: boolean, onClick: KeyProps['onClick']): KeyProps =>
  isStill
    ? // Prevented, because a key may send a form.
      { 'aria-disabled': true, onClick: (event) => event.preventDefault() }
    : { onClick }
