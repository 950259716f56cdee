import { GeodeticPosition, type Site, Text } from '@upwind/scenes';
import { type Static, Type } from 'typebox';

export const SiteSummary = Type.Object({
  id: Type.String(),
  kind: Type.Enum(['chemical-park', 'mine', 'reality-only']),
  name: Text,
  origin: GeodeticPosition,
  elements: Type.Integer(),
  points: Type.Integer(),
});
export type SiteSummary = Static<typeof SiteSummary>;

/** A reality mesh (实景三维模型) that the server can stream; `tilesetUrl` is a path on this server. */
export const RealityMesh = Type.Object({
  id: Type.String(),
  name: Type.String(),
  tilesetUrl: Type.String(),
  origin: GeodeticPosition,
  triangles: Type.Integer(),
  warnings: Type.Array(Type.String()),
});
export type RealityMesh = Static<typeof RealityMesh>;

/** `GET /api/sites/:site`: a `Site` of `@upwind/scenes`; `reality-only` where nothing is known but a reality mesh. */
export type SiteAnswer = Omit<Site, 'kind'> & { readonly kind: SiteSummary['kind'] };
