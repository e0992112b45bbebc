import { APIError, type CollectionBeforeValidateHook } from 'payload'

/**
 * A form sends the whole record as it was when the form was opened, and when that was last changed. Saved after
 * somebody else has changed the record it would undo their change, such as the closing of an account, so it is
 * refused (409). Whoever sends single fields, as the list does, means those.
 */
export const refuseStaleForm: CollectionBeforeValidateHook = ({ data, operation, originalDoc }) => {
  const seen: unknown = data?.updatedAt
  if (operation !== 'update' || seen === undefined || seen === null) return data
  if (seen !== originalDoc?.updatedAt) throw new APIError(CHANGED_MEANWHILE, 409, null, true)
  return data
}

const CHANGED_MEANWHILE =
  'Non salvato: qualcun altro ha cambiato questi dati dopo che li hai aperti. Ricarica la pagina e ripeti la modifica.'
