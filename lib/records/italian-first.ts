import { type CollectionBeforeValidateHook, ValidationError } from 'payload'

/**
 * A record is begun in Italian and then translated: Italian stands in for a language that nobody has written, and
 * nothing stands in for Italian. The administration remembers which language somebody worked in last, so that
 * it is easily the other one.
 */
export const italianFirst: CollectionBeforeValidateHook = ({ collection, data, operation, req }) => {
  if (operation !== 'create' || (req.locale ?? 'it') === 'it') return data
  const message = 'Scrivilo prima in italiano: scegli la lingua in alto, poi traducilo'
  const path = collection.admin.useAsTitle ?? 'title'
  throw new ValidationError({ collection: collection.slug, errors: [{ message, path }], req })
}
