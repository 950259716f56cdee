import type { ComponentType } from 'react';
import { createBrowserRouter, Outlet, type RouteObject } from 'react-router';
import type { DeskId } from './desks.ts';
import { Frame } from './frame.tsx';
import { DeskGuard, Home, SignedIn } from './guard.tsx';
import { NotFound } from './not-found.tsx';
import { PageSkeleton } from './page-skeleton.tsx';
import { RouteError } from './route-error.tsx';

/** A desk's page module: one named export, loaded when the desk is first opened. */
interface PageModule {
  readonly Component: ComponentType;
}

function desk(id: DeskId, path: string, load: () => Promise<PageModule>): RouteObject {
  return {
    path,
    element: (
      <DeskGuard desk={id}>
        <Outlet />
      </DeskGuard>
    ),
    errorElement: <RouteError />,
    children: [{ index: true, lazy: load, errorElement: <RouteError /> }],
  };
}

export const router = createBrowserRouter([
  {
    path: '/login',
    lazy: () => import('../login/page.tsx'),
    errorElement: <RouteError />,
    HydrateFallback: PageSkeleton,
  },
  {
    element: (
      <SignedIn>
        <Frame />
      </SignedIn>
    ),
    errorElement: <RouteError />,
    HydrateFallback: PageSkeleton,
    children: [
      { path: '/', element: <Home /> },
      desk('twin', '/twin/:site?', () => import('../twin/page.tsx')),
      desk('command', '/command/:site?/:incident?', () => import('../command/page.tsx')),
      desk('drill', '/drill/:room?', () => import('../drill/page.tsx')),
      desk('conduct', '/conduct/:room?', () => import('../conduct/page.tsx')),
      desk('review', '/review', () => import('../review/page.tsx')),
      desk('review', '/review/:attempt', () => import('../review/attempt-page.tsx')),
      desk('people', '/people', () => import('../people/page.tsx')),
      desk('admin', '/admin', () => import('../admin/page.tsx')),
      { path: '*', element: <NotFound /> },
    ],
  },
]);
