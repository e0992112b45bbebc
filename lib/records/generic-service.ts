import { APIError, type CollectionBeforeDeleteHook } from 'payload'
import { GENERIC_SERVICE } from '../content/generic-service.ts'

export const WITHOUT_GENERIC = `Niente è stato salvato: il tasto per chiamare di tutti i totem chiede il servizio “${GENERIC_SERVICE}”. Deve restare pubblicato, con questo nome breve, e si deve poter chiamare dal totem.`

/**
 * [SW-408] The projection refuses this too, but where many records are deleted at once Payload then fails, without
 * these words.
 */
export const keepGenericService: CollectionBeforeDeleteHook = async ({ id, req }) => {
  const { totalDocs } = await req.payload.count({
    collection: 'services',
    req,
    where: {
      and: [
        { id: { equals: id } },
        { slug: { equals: GENERIC_SERVICE } },
        { _status: { equals: 'published' } },
      ],
    },
  })
  if (totalDocs > 0) throw new APIError(WITHOUT_GENERIC, 400)
}
