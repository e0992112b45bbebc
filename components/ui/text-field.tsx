import { type ComponentProps, useId } from 'react'

export interface TextFieldProps extends Omit<ComponentProps<'input'>, 'className' | 'id'> {
  label: string
  /** What is wrong with what was typed. */
  error?: string | null
}

/** A labelled line of text. */
export function TextField({ label, error = null, ...rest }: TextFieldProps) {
  const id = useId()
  const errorId = `${id}-error`
  return (
    <div>
      <label htmlFor={id} className="mb-1 block text-sm font-semibold text-ink-2">
        {label}
      </label>
      <input
        {...rest}
        id={id}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? errorId : undefined}
        className="min-h-12 w-full rounded-desk-sm border border-line-strong bg-white px-4 text-base text-ink aria-invalid:border-red"
      />
      {error ? (
        <p id={errorId} className="mt-1 text-sm font-semibold text-red">
          {error}
        </p>
      ) : null}
    </div>
  )
}
