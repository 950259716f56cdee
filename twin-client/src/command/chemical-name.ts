import { chemicals } from '@upwind/sim-engine';
import { useCallback } from 'react';
import { useName } from '../language/language.ts';

/** A chemical's name in the reader's language; an id nobody knows is shown as it is. */
export function useChemicalName(): (id: string) => string {
  const name = useName();
  return useCallback(
    (id) => {
      const chemical = chemicals.find((each) => each.id === id);
      return chemical === undefined ? id : name(chemical.name);
    },
    [name],
  );
}
