import type { Release } from '@upwind/scenarios';
import type { Chemical } from '../chemicals/chemical.ts';
import { vapourPressurePa } from '../chemicals/properties.ts';
import type { Discharge } from './airborne.ts';
import { usualLevel } from './emitter-of.ts';

type Note = Discharge['notes'][number];

/** What was assumed for a release, and by which formulas it was computed. */
export function releaseNotes(release: Release, chemical: Chemical, outsidePa: number): readonly Note[] {
  const { source } = release;
  const say = (zh: string, en: string): Note => ({
    zh: `泄漏 ${release.id}：${zh}`,
    en: `Release ${release.id}: ${en}`,
  });
  if (source.kind === 'rate') {
    return [
      source.phase === 'liquid'
        ? say('按给定流量流到地面', 'flows to the ground at the rate given')
        : say('按给定流量进入空气，无射流动量', 'enters the air at the rate given, without momentum'),
    ];
  }
  if (source.kind === 'pool') return [say('地面液池', 'a pool on the ground'), ...groundNotes(release, say)];
  const liquid = source.phase !== 'gas';
  const notes: Note[] = [];
  if (source.kind === 'rupture') {
    notes.push(
      say(
        '整体破裂：绝热膨胀，闪蒸多少就带走同样多的液雾，其余成液池；气云吸入不超过 10 倍质量的空气',
        'bursts: adiabatic expansion, as much spray aloft as flashes, the rest a pool; the cloud takes in at most ten times its mass of air',
      ),
    );
  } else if (source.kind === 'pipe') {
    notes.push(
      source.phase === 'gas'
        ? say('气体管道按 Wilson 双指数法泄放', "the gas line empties by Wilson's double exponential")
        : say(
            '液体管道按摩阻和给定供给流出，关阀后管内余液流尽',
            'friction and feed set the flow; after the valve shuts, the line drains',
          ),
    );
  } else if (liquid) {
    notes.push(
      say(
        '液面以下流出液体并闪蒸，液面以上流出气体；容器因蒸发降温降压，不计外界传热',
        'liquid below the level, vapour above it; boiling cools the vessel, no heat from outside',
      ),
    );
    if (source.levelShare === undefined || source.shape === undefined) {
      notes.push(
        say(
          `未给容器形状或液位：按立罐、液位 ${usualLevel * 100}%、孔在底部假定`,
          `no shape or level given: an upright tank, ${usualLevel * 100} % full, the hole at its foot, where nothing is said`,
        ),
      );
    }
    if ((source.nozzleLengthM ?? 0) === 0) {
      notes.push(say('孔无长度：按液相流出，为上限', 'a hole without length: liquid flow, an upper estimate'));
    }
  } else {
    notes.push(
      say('气体绝热泄放，取初始压缩因子', 'gas blows down adiabatically, with the real-gas factor of the start'),
    );
  }
  if (
    !liquid &&
    source.pressurePa > vapourPressurePa(chemical, source.temperatureK) &&
    source.temperatureK < chemical.criticalK.value
  ) {
    notes.push(
      say(
        `该温度下 ${Math.round(source.pressurePa)} Pa 高于饱和蒸气压，介质应为液体：请核对相态，此处仍按气体计算`,
        `at this temperature ${Math.round(source.pressurePa)} Pa is above the vapour pressure and the contents would be liquid: check the phase; computed as gas`,
      ),
    );
  }
  if (liquid) {
    if (source.kind !== 'rupture') {
      notes.push(
        say(
          '雨落：闪蒸比例 x 时 1 − 5x 落地（陶氏 CEI），x ≥ 0.2 全部留在空中；撞击障碍物时落地更多',
          'rain-out: 1 − 5x of a flash fraction x falls (Dow CEI), from x = 0.2 all stays aloft; a jet that hits something rains out more',
        ),
      );
    }
    notes.push(...groundNotes(release, say));
  }
  if ('backPressurePa' in source && source.backPressurePa !== undefined && source.backPressurePa !== outsidePa) {
    notes.push(
      say(`出口外压 ${source.backPressurePa} Pa`, `flows out against ${source.backPressurePa} Pa, then enters the air`),
    );
  }
  return notes;
}

const surfaceNames = {
  soil: { zh: '土壤', en: 'soil' },
  concrete: { zh: '混凝土', en: 'concrete' },
  water: { zh: '水面', en: 'water, in which nothing dissolves' },
} as const;

function groundNotes({ surface, bund }: Release, say: (zh: string, en: string) => Note): readonly Note[] {
  const on = surfaceNames[surface ?? 'concrete'];
  const wall =
    bund === undefined
      ? { zh: '无围堰', en: 'no bund' }
      : { zh: `围堰 ${bund.areaM2} m²`, en: `a bund of ${bund.areaM2} m²` };
  const assumed = surface === undefined ? { zh: '（假定）', en: ' (assumed)' } : { zh: '', en: '' };
  return [say(`液池在${on.zh}上${assumed.zh}，${wall.zh}`, `a pool lies on ${on.en}${assumed.en}, ${wall.en}`)];
}
