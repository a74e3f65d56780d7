import type { Area } from '../../area.ts';
import { picturesOperations } from './operations.ts';
import { pictureRoutes, shownPictureRoutes } from './routes.ts';
import { pictureTables } from './tables.ts';

export const pictures = {
  name: 'loyalty/pictures',
  schema: [pictureTables],
  routes: {
    merchant: { '/pictures': pictureRoutes },
    public: { '/media/pictures': shownPictureRoutes },
  },
  operations: picturesOperations,
  tags: { pictures: 'Pictures of the shop’s own, which its programme names' },
  abilities: { '/pictures': { read: 'read', write: 'run' } },
  tables: { pictures: { carried: { id: '' } } },
} satisfies Area;
