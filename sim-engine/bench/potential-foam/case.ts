import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parkGrid } from '../park/park-wind.ts';
import type { ParkBox } from '../park/park1km.ts';

/**
 * Writes a case for OpenFOAM v1912: the park's grid without the cells of its boxes, 3 m/s in from the west, slip on sides,
 * top, ground and boxes. `potentialFoam` then solves one Poisson equation, by GAMG to `relTol` of the first residual.
 */
export function writeCase(folder: string, boxes: readonly ParkBox[], relTol: number): void {
  const files = { ...system(boxes, relTol), ...fields };
  for (const [name, body] of Object.entries(files)) {
    const file = join(folder, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, `${header(name)}\n${body}\n`);
  }
}

/** Only what the solver reads anew at each start. */
export function writeTolerance(folder: string, relTol: number): void {
  writeFileSync(join(folder, 'system/fvSolution'), `${header('system/fvSolution')}\n${solution(relTol)}\n`);
}

function header(name: string): string {
  const kind = name === '0/U' ? 'volVectorField' : name === '0/p' ? 'volScalarField' : 'dictionary';
  return `FoamFile { version 2.0; format ascii; class ${kind}; object ${name.split('/').at(-1)}; }`;
}

function system(boxes: readonly ParkBox[], relTol: number): Record<string, string> {
  const { nx, ny, nz, cellM, layerM } = parkGrid;
  const [x, y, z] = [nx * cellM, ny * cellM, nz * layerM];
  const corners = [0, z].map((height) => `(0 0 ${height}) (${x} 0 ${height}) (${x} ${y} ${height}) (0 ${y} ${height})`);
  const solids = boxes.map((box) => `(${box.x} ${box.y} 0) (${box.x + box.l} ${box.y + box.w} ${box.h})`);
  return {
    'system/controlDict': `application potentialFoam; startFrom startTime; startTime 0; stopAt endTime; endTime 1;
      deltaT 1; writeControl timeStep; writeInterval 1; writeFormat binary; writePrecision 7; timePrecision 6;`,
    'system/fvSchemes': `ddtSchemes { default steadyState; } gradSchemes { default Gauss linear; }
      divSchemes { default none; div(phi,U) Gauss linear; div(div(phi,U)) Gauss linear; }
      laplacianSchemes { default Gauss linear orthogonal; } interpolationSchemes { default linear; }
      snGradSchemes { default orthogonal; }`,
    'system/fvSolution': solution(relTol),
    'system/blockMeshDict': `scale 1; vertices (${corners.join(' ')});
      blocks (hex (0 1 2 3 4 5 6 7) (${nx} ${ny} ${nz}) simpleGrading (1 1 1)); edges ();
      boundary (
        west { type patch; faces ((0 4 7 3)); } east { type patch; faces ((1 2 6 5)); }
        sides { type patch; faces ((0 1 5 4) (3 7 6 2) (4 5 6 7)); } ground { type wall; faces ((0 3 2 1)); }
        solids { type wall; faces (); }
      ); mergePatchPairs ();`,
    'system/topoSetDict': `actions (
        { name air; type cellSet; action new; source boxToCell; boxes (${solids.join(' ')}); }
        { name air; type cellSet; action invert; }
      );`,
  };
}

function solution(relTol: number): string {
  return `solvers { Phi { solver GAMG; smoother DIC; tolerance 1e-12; relTol ${relTol}; } p { $Phi; } }
    potentialFlow { nNonOrthogonalCorrectors 0; }`;
}

const slip = '"(sides|ground|solids)" { type slip; }';
const fields = {
  '0/U': `dimensions [0 1 -1 0 0 0 0]; internalField uniform (0 0 0);
    boundaryField { west { type fixedValue; value uniform (3 0 0); } east { type zeroGradient; } ${slip} }`,
  '0/p': `dimensions [0 2 -2 0 0 0 0]; internalField uniform 0;
    boundaryField { east { type fixedValue; value uniform 0; } "(west|sides|ground|solids)" { type zeroGradient; } }`,
};
